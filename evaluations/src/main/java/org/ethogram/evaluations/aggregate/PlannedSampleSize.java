package org.ethogram.evaluations.aggregate;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How many questions a comparison of two models needs before it is run (Miller 2024, Adding error
 * bars to evals, section 5).
 *
 * @param betweenVariance omega squared: variance over questions of the difference between the two
 *     models' expected scores
 * @param firstVariance mean variance of one answer of the first model to a question; 0 where scores
 *     are exact probabilities
 * @param secondVariance the same of the second model
 * @param firstAnswers how often the first model answers each question, at least 1
 * @param secondAnswers how often the second does
 */
public record PlannedSampleSize(
    double betweenVariance,
    double firstVariance,
    double secondVariance,
    int firstAnswers,
    int secondAnswers) {
  public PlannedSampleSize {
    boolean variances = betweenVariance >= 0 && firstVariance >= 0 && secondVariance >= 0;
    if (!variances || firstAnswers < 1 || secondAnswers < 1) {
      throw new IllegalArgumentException("variances are not negative, and answers at least one");
    }
  }

  /**
   * n = (z_(alpha/2) + z_beta)^2 (omega^2 + s_A^2/K_A + s_B^2/K_B) / delta^2, rounded up.
   *
   * @param difference delta, the smallest difference of mean scores that must not be missed, above
   *     0
   * @param significance alpha, the accepted chance of seeing a difference that is not there
   * @param power 1 - beta, the chance of seeing one that is
   */
  public long questions(double difference, double significance, double power) {
    if (!(difference > 0 && significance > 0 && significance < 1 && power > 0 && power < 1)) {
      throw new IllegalArgumentException(
          "no plan for difference "
              + difference
              + ", significance "
              + significance
              + ", power "
              + power);
    }
    NormalDistribution normal = new NormalDistribution(0, 1);
    double z =
        normal.inverseCumulativeProbability(1 - significance / 2)
            + normal.inverseCumulativeProbability(power);
    double variance =
        betweenVariance + firstVariance / firstAnswers + secondVariance / secondAnswers;
    return (long) Math.ceil(z * z * variance / (difference * difference));
  }
}
