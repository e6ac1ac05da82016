package org.ethogram.stats.estimates;

import org.ethogram.stats.TestResult;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/** The exact test that two subjects succeed equally often on shared items (McNemar 1947). */
public final class McNemar {
  private McNemar() {}

  /**
   * The statistic is the share of the discordant items that the first subject won.
   *
   * @param onlyFirst items where only the first succeeded
   * @param onlySecond items where only the second succeeded
   */
  public static TestResult exact(int onlyFirst, int onlySecond) {
    int discordant = Math.addExact(onlyFirst, onlySecond);
    if (onlyFirst < 0 || onlySecond < 0) {
      throw new IllegalArgumentException("counts " + onlyFirst + " and " + onlySecond);
    }
    if (discordant == 0) {
      return TestResult.undefined(0, "no item tells the two apart");
    }
    double tail =
        new BinomialDistribution(discordant, 0.5)
            .cumulativeProbability(Math.min(onlyFirst, onlySecond));
    return TestResult.of(
        onlyFirst / (double) discordant, 2 * tail, discordant, "McNemar, exact binomial");
  }
}
