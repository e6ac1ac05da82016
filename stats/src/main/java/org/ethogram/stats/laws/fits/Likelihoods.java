package org.ethogram.stats.laws.fits;

import java.util.List;
import org.hipparchus.distribution.continuous.FDistribution;

/** What costs say about likelihoods. */
final class Likelihoods {
  private Likelihoods() {}

  /**
   * @param cost mean cost of a point
   */
  static double logLikelihood(FitLoss loss, List<LawPoint> points, double cost) {
    int n = points.size();
    double scale = Math.max(cost, 1e-300);
    return switch (loss) {
      case FitLoss.LeastSquares _ ->
          -n / 2.0 * (Math.log(2 * Math.PI * 2 * scale) + 1)
              + points.stream().mapToDouble(point -> Math.log(point.weight())).sum() / 2;
      // Huber's loss with a small delta is Laplace's on the logarithm; 1/y turns its density into
      // one of y.
      case FitLoss.HuberOnLog _ ->
          -n * (Math.log(2 * scale) + 1)
              - points.stream().mapToDouble(point -> Math.log(point.y())).sum();
      case FitLoss.Binomial _, FitLoss.BetaBinomial _ -> -n * cost;
    };
  }

  /**
   * How far the mean cost may rise above its minimum before one parameter leaves its interval: by F
   * on (1, n - k) where the scale of the errors is estimated with the fit, else by chi-squared.
   */
  static double allowedCost(FitLoss loss, double cost, int points, int parameters, double level) {
    return switch (loss) {
      case FitLoss.LeastSquares _, FitLoss.HuberOnLog _ ->
          cost * (1 + quantile(points - parameters, level) / (points - parameters));
      case FitLoss.Binomial _, FitLoss.BetaBinomial _ ->
          cost + quantile(1e6, level) / (2.0 * points);
    };
  }

  private static double quantile(double freedom, double level) {
    return new FDistribution(1, freedom).inverseCumulativeProbability(level);
  }
}
