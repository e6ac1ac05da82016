package org.ethogram.models.scripted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
 * A language model that follows a {@link Script}.
 *
 * <p>It scores whatever it is asked about and completes with one of the texts it knows how to say,
 * drawn from the script's probabilities by the seed of the request. A token is a word with the
 * space before it unless another tokenizer is given.
 */
public final class ScriptedModel implements LanguageModel {
  private final ModelIdentity identity;
  private final List<String> sayings;
  private final Script script;
  private final Function<String, List<String>> tokenizer;

  /**
   * @param sayings the texts that {@link #complete} chooses from
   */
  public ScriptedModel(String name, List<String> sayings, Script script) {
    this(name, sayings, script, ScriptedModel::words);
  }

  /**
   * @param tokenizer splits a text into pieces that join to it again
   */
  public ScriptedModel(
      String name, List<String> sayings, Script script, Function<String, List<String>> tokenizer) {
    this.identity = new ModelIdentity(name, "main", "scripted", "", "", ModelScale.UNKNOWN);
    this.sayings = List.copyOf(sayings);
    this.script = script;
    this.tokenizer = tokenizer;
  }

  /** One token a character: a tokenizer to which every word is long. */
  public static List<String> characters(String text) {
    return text.chars().mapToObj(Character::toString).toList();
  }

  /** One token a word, with the space before it. */
  public static List<String> words(String text) {
    return List.of(text.split("(?<=\\S)(?=\\s)"));
  }

  @Override
  public ModelIdentity identity() {
    return identity;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.SCORING, Capability.TOKEN_LOG_PROBABILITIES);
  }

  @Override
  public List<ContinuationScore> score(ScoreRequest request) {
    String prompt = text(request.prompt());
    return request.continuations().stream()
        .map(
            continuation ->
                new ContinuationScore(
                    continuation,
                    tokens(
                        continuation,
                        Math.log(script.probability(prompt, continuation)),
                        alternatives(prompt, request.topLogProbabilities()))))
        .toList();
  }

  @Override
  public Completion complete(CompletionRequest request) {
    String prompt = text(request.prompt());
    String saying = choose(prompt, request);
    double logProbability = Math.log(script.probability(prompt, saying));
    List<TokenLogProbability> all =
        tokens(
            untilStop(saying, request.stops()),
            logProbability,
            alternatives(prompt, request.topLogProbabilities()));
    List<TokenLogProbability> written =
        all.subList(0, Math.min(all.size(), request.maximumTokens()));
    return new Completion(
        String.join("", written.stream().map(TokenLogProbability::text).toList()),
        written.size() < all.size() ? Completion.FinishReason.LENGTH : Completion.FinishReason.STOP,
        written,
        new Usage(tokenizer.apply(prompt).size(), 0, written.size()));
  }

  @Override
  public void close() {}

  private String choose(String prompt, CompletionRequest request) {
    double[] weights =
        sayings.stream().mapToDouble(saying -> script.probability(prompt, saying)).toArray();
    double temperature = request.sampling().temperature();
    return sayings.get(
        temperature == 0
            ? mostProbable(weights)
            : draw(tempered(weights, temperature), request.seed().generator()));
  }

  private static int mostProbable(double[] weights) {
    int best = 0;
    for (int i = 1; i < weights.length; i++) {
      if (weights[i] > weights[best]) {
        best = i;
      }
    }
    return best;
  }

  private static double[] tempered(double[] weights, double temperature) {
    double[] tempered = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      tempered[i] = Math.pow(weights[i], 1 / temperature);
    }
    return tempered;
  }

  private static int draw(double[] weights, RandomGenerator random) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = random.nextDouble() * total;
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return mostProbable(weights);
  }

  private static String untilStop(String saying, List<String> stops) {
    int end = saying.length();
    for (String stop : stops) {
      int at = saying.indexOf(stop);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    return saying.substring(0, end);
  }

  /**
   * The first token carries what there is to know; the others follow from it.
   *
   * @param alternatives to the first token
   */
  private List<TokenLogProbability> tokens(
      String text, double logProbability, List<Alternative> alternatives) {
    List<TokenLogProbability> tokens = new ArrayList<>();
    for (String piece : tokenizer.apply(text)) {
      tokens.add(
          tokens.isEmpty()
              ? new TokenLogProbability(piece, logProbability, alternatives)
              : new TokenLogProbability(
                  piece,
                  0,
                  alternatives.isEmpty() ? List.of() : List.of(new Alternative(piece, 0))));
    }
    return tokens;
  }

  /** The first tokens of what can be said, each with the most probable text that begins so. */
  private List<Alternative> alternatives(String prompt, int count) {
    if (count == 0) {
      return List.of();
    }
    Map<String, Double> best = new LinkedHashMap<>();
    for (String saying : sayings) {
      best.merge(
          tokenizer.apply(saying).getFirst(),
          Math.log(script.probability(prompt, saying)),
          Math::max);
    }
    return best.entrySet().stream()
        .map(one -> new Alternative(one.getKey(), one.getValue()))
        .sorted(Comparator.comparingDouble(Alternative::logProbability).reversed())
        .limit(count)
        .toList();
  }

  private String text(Prompt prompt) {
    return switch (prompt) {
      case Prompt.Text(String text) -> text;
      case Prompt.Chat _ ->
          throw new EthogramException(
              ErrorCode.CAPABILITY_MISSING,
              identity.name(),
              "a scripted model has no chat template",
              "Ask it with plain text");
      case Prompt.Tokens _ ->
          throw new EthogramException(
              ErrorCode.CAPABILITY_MISSING,
              identity.name(),
              "a scripted model has no vocabulary whose tokens have numbers",
              "Ask it with plain text");
    };
  }
}
