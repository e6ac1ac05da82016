package org.ethogram.evaluations.elicitation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.Capability;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;

/**
 * The words that stand for actions before one model, and how many tokens each takes there.
 *
 * <p>Labels of unequal length are no fair choice: the longer has one more token to lose probability
 * on. So a pair of single tokens is taken wherever the model's tokenizer has one.
 *
 * @param tokens of each word with the space before it, at least 1; empty where the model does not
 *     tell
 */
public record LabelChoice(WordPair words, OptionalInt tokens) {
  /** Any text will do: a continuation keeps its tokens whatever precedes it. */
  public static final Prompt BEFORE = Prompt.of("You chose");

  /**
   * The pairs for a model, best first: single tokens in the order of the candidates, then equally
   * long pairs from short to long. Of a model that cannot score nothing is known, so it gets the
   * candidates in their order.
   *
   * @param count how many are needed
   * @throws EthogramException {@code CONFIGURATION} when the candidates hold fewer
   */
  public static List<LabelChoice> choose(
      LanguageModel model, List<WordPair> candidates, int count) {
    if (!model.capabilities().contains(Capability.SCORING)) {
      return candidates.stream()
          .limit(count)
          .map(pair -> new LabelChoice(pair, OptionalInt.empty()))
          .toList();
    }
    List<String> continuations =
        candidates.stream().flatMap(pair -> pair.words().stream()).map(word -> " " + word).toList();
    List<ContinuationScore> scores = model.score(new ScoreRequest(BEFORE, continuations));
    List<LabelChoice> fair = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      int first = scores.get(2 * i).tokens().size();
      int second = scores.get(2 * i + 1).tokens().size();
      if (first == second) {
        fair.add(new LabelChoice(candidates.get(i), OptionalInt.of(first)));
      }
    }
    if (fair.size() < count) {
      throw new EthogramException(
          ErrorCode.CONFIGURATION,
          "word pairs for " + model.identity().name(),
          fair.size()
              + " of "
              + candidates.size()
              + " pairs have words of equally many tokens, "
              + count
              + " are needed",
          "Add pairs to 'words' that this model's tokenizer splits alike");
    }
    // Sorting is stable: among equally long pairs the order of the candidates stays.
    Stream<LabelChoice> ranked =
        fair.stream()
            .sorted(
                (one, other) ->
                    Integer.compare(one.tokens.orElseThrow(), other.tokens.orElseThrow()));
    return ranked.limit(count).toList();
  }
}
