package org.ethogram.serve.protocol;

import java.util.List;
import java.util.OptionalDouble;
import org.ethogram.models.TokenLogProbability;

/**
 * A token as an answer tells it.
 *
 * @param logProbability empty for a token before which there is nothing to predict it from
 */
public record ToldToken(String text, OptionalDouble logProbability) {
  /**
   * What the interface says where the logarithm is minus infinity, which JSON has no number for.
   */
  private static final double IMPOSSIBLE = -9999;

  public static List<ToldToken> of(List<TokenLogProbability> tokens) {
    return tokens.stream().map(ToldToken::of).toList();
  }

  private static ToldToken of(TokenLogProbability token) {
    return new ToldToken(
        token.text(), OptionalDouble.of(Math.max(token.logProbability(), IMPOSSIBLE)));
  }
}
