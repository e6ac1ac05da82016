package org.ethogram.stats.laws.fits;

import org.hipparchus.special.Gamma;

/**
 * The negative logarithm of the beta-binomial likelihood without its binomial coefficient, in the
 * mean and in the logit of the intraclass correlation (Prentice 1986). Counts need not be whole.
 */
final class BetaBinomialCost {
  /** Beyond this precision the binomial likelihood is reached to rounding. */
  private static final double MOST_PRECISE = 1e7;

  private BetaBinomialCost() {}

  /**
   * @param nuisance logit of rho; alpha + beta = (1 - rho)/rho = exp(-nuisance)
   */
  static double of(double mean, double successes, double trials, double nuisance, double[] slopes) {
    double p = Math.clamp(mean, 1e-9, 1 - 1e-9);
    double precision = Math.clamp(Math.exp(-nuisance), 1e-6, MOST_PRECISE);
    double alpha = p * precision;
    double beta = (1 - p) * precision;
    double failures = trials - successes;
    double likelihood =
        rising(alpha, successes) + rising(beta, failures) - rising(precision, trials);
    double byAlpha = Gamma.digamma(successes + alpha) - Gamma.digamma(alpha);
    double byBeta = Gamma.digamma(failures + beta) - Gamma.digamma(beta);
    double byTotal = Gamma.digamma(trials + precision) - Gamma.digamma(precision);
    slopes[0] = -precision * (byAlpha - byBeta);
    slopes[1] = precision * (p * byAlpha + (1 - p) * byBeta - byTotal);
    return -likelihood;
  }

  /** log Gamma(base + count) - log Gamma(base). */
  private static double rising(double base, double count) {
    return Gamma.logGamma(base + count) - Gamma.logGamma(base);
  }
}
