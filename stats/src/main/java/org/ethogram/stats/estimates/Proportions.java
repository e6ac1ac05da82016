package org.ethogram.stats.estimates;

import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Proportions of independent trials.
 *
 * <p>Successes and trials may be expected counts and need not be whole. No trials give an undefined
 * estimate; one trial gives a wide interval.
 */
public final class Proportions {
  private Proportions() {}

  /** The score interval (Wilson 1927; Brown, Cai and DasGupta 2001, equation 4). */
  public static Estimate wilson(double successes, double trials, double level) {
    check(successes, trials);
    if (trials == 0) {
      return Estimate.undefined("no trials");
    }
    double z = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
    double rate = successes / trials;
    double scale = 1 + z * z / trials;
    double centre = (rate + z * z / (2 * trials)) / scale;
    double half = z * Math.sqrt(rate * (1 - rate) / trials + z * z / (4 * trials * trials)) / scale;
    // At a rate of 0 or 1 the bound is exact; the formula would leave it a rounding error off.
    double lower = rate == 0 ? 0 : centre - half;
    double upper = rate == 1 ? 1 : centre + half;
    return estimate(rate, lower, upper, level, trials, "Wilson score");
  }

  /** The interval that never covers less than its level (Clopper and Pearson 1934). */
  public static Estimate clopperPearson(double successes, double trials, double level) {
    check(successes, trials);
    if (trials == 0) {
      return Estimate.undefined("no trials");
    }
    double failures = trials - successes;
    double lower = successes == 0 ? 0 : betaQuantile(successes, failures + 1, (1 - level) / 2);
    double upper = failures == 0 ? 1 : betaQuantile(successes + 1, failures, (1 + level) / 2);
    return estimate(successes / trials, lower, upper, level, trials, "Clopper-Pearson");
  }

  /**
   * The equal-tailed credible interval under Jeffreys' prior Beta(1/2, 1/2), with the bounds at a
   * rate of 0 or 1 set to 0 or 1 (Brown, Cai and DasGupta 2001, section 4.3).
   */
  public static Estimate jeffreys(double successes, double trials, double level) {
    check(successes, trials);
    if (trials == 0) {
      return Estimate.undefined("no trials");
    }
    double failures = trials - successes;
    double lower =
        successes == 0 ? 0 : betaQuantile(successes + 0.5, failures + 0.5, (1 - level) / 2);
    double upper =
        failures == 0 ? 1 : betaQuantile(successes + 0.5, failures + 0.5, (1 + level) / 2);
    return estimate(successes / trials, lower, upper, level, trials, "Beta, Jeffreys prior");
  }

  private static Estimate estimate(
      double rate, double lower, double upper, double level, double trials, String method) {
    Interval interval = new Interval(Math.min(lower, rate), Math.max(upper, rate), level);
    return Estimate.of(rate, interval, (int) Math.round(trials), method);
  }

  private static double betaQuantile(double alpha, double beta, double probability) {
    return new BetaDistribution(alpha, beta).inverseCumulativeProbability(probability);
  }

  private static void check(double successes, double trials) {
    if (!(successes >= 0 && successes <= trials) || Double.isInfinite(trials)) {
      throw new IllegalArgumentException(
          "not a proportion: " + successes + " successes in " + trials + " trials");
    }
  }
}
