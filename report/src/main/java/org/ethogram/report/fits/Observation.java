package org.ethogram.report.fits;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A row that can be fitted.
 *
 * @param row its number in the table
 * @param x the inputs in the order of the columns
 */
public record Observation(
    long row,
    List<Double> x,
    double y,
    OptionalDouble standardError,
    OptionalDouble trials,
    String cluster,
    String variant,
    String group) {
  public Observation {
    x = List.copyOf(x);
  }

  boolean isRate() {
    return y >= 0 && y <= 1;
  }

  /** The trials of a rate: as given, or as many as its standard error implies; else 1. */
  double impliedTrials() {
    if (trials.isPresent()) {
      return trials.getAsDouble();
    }
    return standardError.isPresent()
        ? Math.max(1, y * (1 - y) / Math.pow(standardError.getAsDouble(), 2))
        : 1;
  }

  /** The inverse of the variance where it is known, else 1. */
  double precision() {
    return standardError.isPresent() ? 1 / Math.pow(standardError.getAsDouble(), 2) : 1;
  }
}
