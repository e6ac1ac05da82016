package org.ethogram.training.language;

/**
 * Linear warm-up, then half a cosine down to a fraction of the peak (Loshchilov and Hutter 2017).
 *
 * @param peak learning rate at the end of the warm-up, above 0
 * @param warmupSteps at least 1
 * @param steps of the whole training, at least 1
 * @param finalFraction of the peak that is left at the end, in [0, 1]
 */
public record LearningRateSchedule(double peak, int warmupSteps, int steps, double finalFraction) {
  public LearningRateSchedule {
    if (!(peak > 0)
        || warmupSteps < 1
        || steps < 1
        || !(finalFraction >= 0 && finalFraction <= 1)) {
      throw new IllegalArgumentException(
          "not a schedule: peak %s, warm-up %d, steps %d, final fraction %s"
              .formatted(peak, warmupSteps, steps, finalFraction));
    }
  }

  /**
   * @param step from 0
   */
  double at(long step) {
    double warmup = Math.min(1, (step + 1.0) / warmupSteps);
    double cosine = 0.5 * (1 + Math.cos(Math.PI * step / steps));
    return peak * warmup * (finalFraction + (1 - finalFraction) * cosine);
  }
}
