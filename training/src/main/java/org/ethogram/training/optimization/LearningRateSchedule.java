package org.ethogram.training.optimization;

/**
 * The learning rate of each step: a linear warm-up, times a decay.
 *
 * @param peak learning rate at the end of the warm-up, above 0
 * @param warmupSteps at least 1
 * @param steps of the whole training, at least 1
 */
public record LearningRateSchedule(double peak, int warmupSteps, int steps, Decay decay) {
  public LearningRateSchedule {
    if (!(peak > 0) || !Double.isFinite(peak) || warmupSteps < 1 || steps < 1) {
      throw new IllegalArgumentException(
          "not a schedule: peak %s, warm-up %d, steps %d".formatted(peak, warmupSteps, steps));
    }
  }

  /**
   * Half a cosine down to a fraction of the peak.
   *
   * @param finalFraction in [0, 1]
   */
  public static LearningRateSchedule cosine(
      double peak, int warmupSteps, int steps, double finalFraction) {
    return new LearningRateSchedule(peak, warmupSteps, steps, new Decay.Cosine(finalFraction));
  }

  /**
   * @param step from 0
   */
  public double at(long step) {
    double warmup = Math.min(1, (step + 1.0) / warmupSteps);
    return peak * warmup * decay.factor(step, warmupSteps, steps);
  }
}
