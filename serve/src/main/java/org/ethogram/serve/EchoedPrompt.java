package org.ethogram.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.serve.protocol.Piece;
import org.ethogram.serve.protocol.TokenPlaces;
import org.ethogram.serve.protocol.ToldToken;

/**
 * A prompt with the log-probability of each of its tokens given those before it.
 *
 * <p>The tokens are found by scoring the whole text behind nothing. Some models see a
 * beginning-of-sequence token there that they do not see before a prompt; so the numbers are those
 * of the text behind its first token, which itself has none, as in OpenAI's interface.
 */
final class EchoedPrompt {
  private EchoedPrompt() {}

  static Piece score(LanguageModel model, String text) {
    if (text.isEmpty()) {
      return new Piece("", List.of());
    }
    List<TokenLogProbability> tokens = score(model, "", text);
    List<String> texts = texts(text, tokens);
    List<Integer> places = TokenPlaces.find(text, texts);
    int first = 1;
    while (first < places.size() && places.get(first) <= 0) {
      first++;
    }
    List<ToldToken> told = new ArrayList<>();
    for (String unscored : texts.subList(0, first)) {
      told.add(new ToldToken(unscored, OptionalDouble.empty()));
    }
    if (first < places.size()) {
      int split = places.get(first);
      told.addAll(ToldToken.of(score(model, text.substring(0, split), text.substring(split))));
    }
    return new Piece(text, told);
  }

  /** As they stand in the text: without the space that some tokenizers see before it. */
  private static List<String> texts(String text, List<TokenLogProbability> tokens) {
    List<String> texts = new ArrayList<>();
    for (TokenLogProbability token : tokens) {
      boolean dressed = texts.isEmpty() && !text.startsWith(token.text());
      texts.add(dressed ? token.text().stripLeading() : token.text());
    }
    return texts;
  }

  private static List<TokenLogProbability> score(LanguageModel model, String prompt, String text) {
    List<ContinuationScore> scores =
        model.score(new ScoreRequest(Prompt.of(prompt), List.of(text)));
    return scores.getFirst().tokens();
  }
}
