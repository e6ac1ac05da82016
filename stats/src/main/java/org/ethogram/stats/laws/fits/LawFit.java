package org.ethogram.stats.laws.fits;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ethogram.stats.Estimate;

/**
 * A law that was fitted.
 *
 * @param parameters by name, as the formula writes them, with intervals of the cluster bootstrap
 * @param theta the unbounded parameters of the law, then those of the loss
 * @param cost mean cost of a point under the loss
 * @param logLikelihood comparable between laws with the same loss on the same points; for least
 *     squares and Huber's loss at the best scale of their Gaussian and Laplace errors
 * @param intraclassCorrelation of the beta-binomial loss
 * @param residuals predicted minus observed, in the order of the points
 * @param replicates theta of each resample that could be fitted
 */
public record LawFit(
    Law law,
    FitLoss loss,
    List<LawPoint> points,
    Map<String, Estimate> parameters,
    List<Double> theta,
    double cost,
    double logLikelihood,
    OptionalDouble intraclassCorrelation,
    List<Double> residuals,
    int clusters,
    List<List<Double>> replicates) {
  public LawFit {
    points = List.copyOf(points);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    theta = List.copyOf(theta);
    residuals = List.copyOf(residuals);
    replicates = List.copyOf(replicates);
  }

  public double predict(List<Double> x) {
    return predict(theta, x);
  }

  double predict(List<Double> parameters, List<Double> x) {
    double[] values = parameters.stream().mapToDouble(value -> value).toArray();
    return law.predict(values, law.features(x), new double[values.length]);
  }

  /** Parameters of the law, of the loss, and the scale of the errors where it is free. */
  public int freeParameters() {
    return theta.size() + (loss.needsRate() ? 0 : 1);
  }

  /**
   * Akaike's criterion with the small-sample correction, over points; empty with too few of them.
   * Where clusters hold several points it favours rich laws, and the extrapolation must confirm.
   */
  public OptionalDouble aicc() {
    int k = freeParameters();
    int spare = points.size() - k - 1;
    return spare <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(-2 * logLikelihood + 2.0 * k + 2.0 * k * (k + 1) / spare);
  }
}
