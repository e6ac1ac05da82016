package org.ethogram.stats.laws.fits;

/** What a prediction costs against an observation. */
public sealed interface FitLoss {
  /** Squared error; with weights 1/variance it is the Gaussian likelihood. */
  record LeastSquares() implements FitLoss {}

  /**
   * Huber's loss on the difference of logarithms (Hoffmann et al. 2022 use delta = 1e-3), for
   * positive figures with outliers.
   */
  record HuberOnLog(double delta) implements FitLoss {
    public HuberOnLog {
      if (!(delta > 0)) {
        throw new IllegalArgumentException("delta " + delta);
      }
    }
  }

  /** The loss of Hoffmann et al. 2022, section 3.3. */
  static FitLoss hoffmann() {
    return new HuberOnLog(1e-3);
  }

  /** The cost of one point, in units that make a typical one of order 1 or less. */
  default double cost(double predicted, double observed) {
    return switch (this) {
      case LeastSquares() -> (predicted - observed) * (predicted - observed) / 2;
      case HuberOnLog(double delta) -> {
        double distance = Math.abs(logRatio(predicted, observed));
        yield distance <= delta ? distance * distance / (2 * delta) : distance - delta / 2;
      }
    };
  }

  /** The derivative of {@link #cost} by the prediction. */
  default double slope(double predicted, double observed) {
    return switch (this) {
      case LeastSquares() -> predicted - observed;
      case HuberOnLog(double delta) ->
          Math.clamp(logRatio(predicted, observed) / delta, -1, 1) / Math.max(predicted, 1e-300);
    };
  }

  private static double logRatio(double predicted, double observed) {
    return Math.log(Math.max(predicted, 1e-300)) - Math.log(observed);
  }
}
