package org.ethogram.stats.laws.rates;

import java.util.OptionalDouble;
import org.ethogram.stats.Estimate;

/**
 * The effects of size and of training told apart: link(rate) = intercept + b log10 N + c log10 D.
 *
 * @param parametersSlope b, per decade of N at equal D
 * @param tokensSlope c, per decade of D at equal N
 * @param interaction of a second fit with b n + c d + e n d, n and d in decades from their means:
 *     how much steeper the change with size becomes per decade of training
 * @param intercept the link of the rate at the mean decades
 */
public record JointRateTrend(
    Link link,
    Slope parametersSlope,
    Slope tokensSlope,
    Slope interaction,
    double intercept,
    double meanLogParameters,
    double meanLogTokens,
    int observations,
    int dropped,
    int runs,
    int variants) {
  /** One coefficient with the two-sided p-value that it is 0. */
  public record Slope(Estimate estimate, OptionalDouble pValue) {}

  /** The rate without interaction; undefined where the effects cannot be told apart. */
  public OptionalDouble at(double parameters, double tokens) {
    if (parametersSlope.estimate().value().isEmpty() || tokensSlope.estimate().value().isEmpty()) {
      return OptionalDouble.empty();
    }
    double linear =
        intercept
            + parametersSlope.estimate().value().orElseThrow()
                * (Math.log10(parameters) - meanLogParameters)
            + tokensSlope.estimate().value().orElseThrow() * (Math.log10(tokens) - meanLogTokens);
    return OptionalDouble.of(link.mean(linear));
  }
}
