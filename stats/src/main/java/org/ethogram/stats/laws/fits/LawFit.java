package org.ethogram.stats.laws.fits;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethogram.stats.Estimate;

/**
 * A law that was fitted.
 *
 * @param parameters by name, as the formula writes them, with intervals of the cluster bootstrap
 * @param theta the unbounded parameters, for {@link #predict}
 * @param cost mean cost of a point under the loss
 * @param residuals predicted minus observed, in the order of the points
 */
public record LawFit(
    Law law,
    Map<String, Estimate> parameters,
    List<Double> theta,
    double cost,
    List<Double> residuals,
    int points,
    int clusters) {
  public LawFit {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    theta = List.copyOf(theta);
    residuals = List.copyOf(residuals);
  }

  public double predict(List<Double> x) {
    double[] values = theta.stream().mapToDouble(value -> value).toArray();
    return law.predict(values, x, new double[values.length]);
  }
}
