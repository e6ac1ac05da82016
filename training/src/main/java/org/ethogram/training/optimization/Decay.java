package org.ethogram.training.optimization;

/**
 * How the learning rate falls after its warm-up, as a factor on its peak.
 *
 * <p>Every {@code finalFraction} is the part of the peak that is left at the end, in [0, 1].
 */
public sealed interface Decay {
  /** It does not fall. */
  record Constant() implements Decay {
    @Override
    public double factor(long step, int warmupSteps, int steps) {
      return 1;
    }
  }

  /** A straight line over all steps. */
  record Linear(double finalFraction) implements Decay {
    public Linear {
      requireFraction(finalFraction);
    }

    @Override
    public double factor(long step, int warmupSteps, int steps) {
      return finalFraction + (1 - finalFraction) * (1 - (double) step / steps);
    }
  }

  /** Half a cosine over all steps (Loshchilov and Hutter 2017, equation 5). */
  record Cosine(double finalFraction) implements Decay {
    public Cosine {
      requireFraction(finalFraction);
    }

    @Override
    public double factor(long step, int warmupSteps, int steps) {
      double cosine = 0.5 * (1 + Math.cos(Math.PI * step / steps));
      return finalFraction + (1 - finalFraction) * cosine;
    }
  }

  /**
   * The peak until {@code decaySteps} before the end, then a straight line (warm-up, stable, decay:
   * Hu et al. 2024, "MiniCPM", section 4; the line is the cooldown of Hägele et al. 2024, section
   * 3).
   *
   * @param decaySteps at least 1
   */
  record WarmupStableDecay(int decaySteps, double finalFraction) implements Decay {
    public WarmupStableDecay {
      requireFraction(finalFraction);
      if (decaySteps < 1) {
        throw new IllegalArgumentException("a decay of " + decaySteps + " steps");
      }
    }

    @Override
    public double factor(long step, int warmupSteps, int steps) {
      double left = Math.min(1, (double) (steps - step) / decaySteps);
      return finalFraction + (1 - finalFraction) * left;
    }
  }

  /** The root of the warm-up steps over the steps made (Vaswani et al. 2017, section 5.3). */
  record InverseSquareRoot() implements Decay {
    @Override
    public double factor(long step, int warmupSteps, int steps) {
      return Math.sqrt(warmupSteps / Math.max(step + 1.0, warmupSteps));
    }
  }

  /**
   * @param step from 0
   * @param steps of the whole training
   */
  double factor(long step, int warmupSteps, int steps);

  private static void requireFraction(double fraction) {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException("not a fraction of the peak: " + fraction);
    }
  }
}
