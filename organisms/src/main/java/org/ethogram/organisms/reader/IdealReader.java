package org.ethogram.organisms.reader;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.Capability;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ModelScale;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.TokenLogProbability.Alternative;
import org.ethogram.models.Usage;

/**
 * The truth of the organisms' corpus, in the shape of a language model.
 *
 * <p>It reads a told game, and gives the next action the exact probability that the corpus would
 * give it: the mean over the temperaments of its people, each believed by its share and by what the
 * player has done so far (METHODS.md 5). It answers every comprehension question. Of any other text
 * it knows nothing. A token is a word.
 */
public final class IdealReader implements LanguageModel {
  /** What a continuation gets that the corpus rules out or that the reader knows nothing of. */
  public static final double IMPOSSIBLE = 1e-12;

  private static final ModelIdentity IDENTITY =
      new ModelIdentity("ideal-reader", "main", "exact posterior", "", "", ModelScale.UNKNOWN);

  @Override
  public ModelIdentity identity() {
    return IDENTITY;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.SCORING, Capability.TOKEN_LOG_PROBABILITIES);
  }

  @Override
  public List<ContinuationScore> score(ScoreRequest request) {
    Map<String, Double> next = Prediction.after(text(request.prompt()));
    return request.continuations().stream()
        .map(
            continuation ->
                new ContinuationScore(
                    continuation,
                    List.of(token(continuation, next, request.topLogProbabilities()))))
        .toList();
  }

  /** Writes one word: an action or an answer. */
  @Override
  public Completion complete(CompletionRequest request) {
    String prompt = text(request.prompt());
    SequencedMap<String, Double> next = Prediction.after(prompt);
    Usage usage = new Usage(prompt.split("\\s+").length, 0, next.isEmpty() ? 0 : 1);
    if (next.isEmpty()) {
      return new Completion("", Completion.FinishReason.STOP, List.of(), usage);
    }
    TokenLogProbability word = token(choose(next, request), next, request.topLogProbabilities());
    return new Completion(word.text(), Completion.FinishReason.LENGTH, List.of(word), usage);
  }

  @Override
  public void close() {}

  private static TokenLogProbability token(
      String continuation, Map<String, Double> next, int alternatives) {
    return new TokenLogProbability(
        continuation,
        logProbability(next.getOrDefault(continuation, 0.0)),
        alternatives == 0 ? List.of() : mostProbable(next, alternatives));
  }

  private static List<Alternative> mostProbable(Map<String, Double> next, int count) {
    return next.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(count)
        .map(word -> new Alternative(word.getKey(), logProbability(word.getValue())))
        .toList();
  }

  private static double logProbability(double probability) {
    return Math.log(Math.max(probability, IMPOSSIBLE));
  }

  private static String choose(SequencedMap<String, Double> next, CompletionRequest request) {
    double temperature = request.sampling().temperature();
    if (temperature == 0) {
      return next.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }
    double[] weights =
        next.values().stream().mapToDouble(p -> Math.pow(p, 1 / temperature)).toArray();
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    RandomGenerator random = request.seed().generator();
    double left = random.nextDouble() * total;
    int index = 0;
    for (String word : next.sequencedKeySet()) {
      left -= weights[index++];
      if (left < 0) {
        return word;
      }
    }
    return next.sequencedKeySet().getLast();
  }

  private static String text(Prompt prompt) {
    return switch (prompt) {
      case Prompt.Text text -> text.text();
      case Prompt.Chat _ ->
          throw new EthogramException(
              ErrorCode.CAPABILITY_MISSING,
              IDENTITY.name(),
              "it reads plain text, not chats",
              "Give the game as one text");
      case Prompt.Tokens _ ->
          throw new EthogramException(
              ErrorCode.CAPABILITY_MISSING,
              IDENTITY.name(),
              "it reads plain text, not the numbers of tokens",
              "Give the game as one text");
    };
  }
}
