package org.ethogram.serve.protocol;

import java.util.List;
import java.util.OptionalDouble;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.TokenLogProbability.Alternative;

/**
 * A token as an answer tells it.
 *
 * @param logProbability empty for a token before which there is nothing to predict it from
 * @param alternatives the most probable tokens of the position, most probable first
 */
public record ToldToken(
    String text, OptionalDouble logProbability, List<Alternative> alternatives) {
  /**
   * What the interface says where the logarithm is minus infinity, which JSON has no number for.
   */
  private static final double IMPOSSIBLE = -9999;

  public ToldToken {
    alternatives = List.copyOf(alternatives);
  }

  /** A token that is not predicted. */
  public static ToldToken unpredicted(String text) {
    return new ToldToken(text, OptionalDouble.empty(), List.of());
  }

  public static List<ToldToken> of(List<TokenLogProbability> tokens) {
    return tokens.stream().map(ToldToken::of).toList();
  }

  private static ToldToken of(TokenLogProbability token) {
    return new ToldToken(
        token.text(),
        OptionalDouble.of(finite(token.logProbability())),
        token.alternatives().stream()
            .map(other -> new Alternative(other.text(), finite(other.logProbability())))
            .toList());
  }

  private static double finite(double logProbability) {
    return Math.max(logProbability, IMPOSSIBLE);
  }
}
