package org.ethogram.stats.laws.fits;

/** What a prediction costs against an observation; likelihoods are their negative logarithms. */
public sealed interface FitLoss {
  /** Squared error; the weight of a point is the inverse of its variance, up to a factor. */
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

  /** For rates whose weights are numbers of trials. */
  record Binomial() implements FitLoss {}

  /**
   * For rates whose weights are numbers of trials that vary more than independent ones: their
   * chances follow a Beta distribution with the intraclass correlation rho, which is fitted too.
   */
  record BetaBinomial() implements FitLoss {}

  /** The loss of Hoffmann et al. 2022, section 3.3. */
  static FitLoss hoffmann() {
    return new HuberOnLog(1e-3);
  }

  /** Parameters of the loss itself, which stand behind those of the law in theta. */
  default int nuisances() {
    return this instanceof BetaBinomial ? 1 : 0;
  }

  default boolean needsPositive() {
    return this instanceof HuberOnLog;
  }

  default boolean needsRate() {
    return this instanceof Binomial || this instanceof BetaBinomial;
  }

  /**
   * The cost of one point.
   *
   * @param slopes receives the derivatives by the prediction and by the nuisance
   */
  default double cost(
      double predicted, double observed, double weight, double nuisance, double[] slopes) {
    return switch (this) {
      case LeastSquares() -> {
        double difference = predicted - observed;
        slopes[0] = weight * difference;
        yield weight * difference * difference / 2;
      }
      case HuberOnLog(double delta) -> {
        double floored = Math.max(predicted, 1e-300);
        double difference = Math.log(floored) - Math.log(observed);
        double distance = Math.abs(difference);
        slopes[0] = weight * Math.clamp(difference / delta, -1, 1) / floored;
        yield weight
            * (distance <= delta ? distance * distance / (2 * delta) : distance - delta / 2);
      }
      case Binomial() -> {
        double p = Math.clamp(predicted, 1e-12, 1 - 1e-12);
        slopes[0] = weight * (p - observed) / (p * (1 - p));
        yield weight * (divergence(observed, p) + divergence(1 - observed, 1 - p));
      }
      case BetaBinomial() ->
          BetaBinomialCost.of(predicted, observed * weight, weight, nuisance, slopes);
    };
  }

  private static double divergence(double observed, double expected) {
    return observed <= 0 ? 0 : observed * Math.log(observed / expected);
  }
}
