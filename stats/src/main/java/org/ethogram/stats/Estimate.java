package org.ethogram.stats;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure with what is known about its error.
 *
 * <p>An undefined estimate has no value; one that a single independent unit supports has a value
 * and no interval. The method then says why.
 *
 * @param standardError of the value, where the method has one
 * @param n independent units that the interval rests on: clusters where there are clusters
 * @param method how value and interval were found, or why one is missing
 */
public record Estimate(
    OptionalDouble value,
    OptionalDouble standardError,
    Optional<Interval> interval,
    int n,
    String method) {
  public Estimate {
    if (Double.isNaN(value.orElse(0)) || Double.isNaN(standardError.orElse(0))) {
      throw new IllegalArgumentException("an estimate that is not a number: " + method);
    }
    if (value.isEmpty() && (standardError.isPresent() || interval.isPresent())) {
      throw new IllegalArgumentException("an error about nothing: " + method);
    }
  }

  public static Estimate undefined(String reason) {
    return new Estimate(
        OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), 0, reason);
  }

  /** A value about whose error nothing is known. */
  public static Estimate withoutInterval(double value, int n, String reason) {
    return new Estimate(
        OptionalDouble.of(value), OptionalDouble.empty(), Optional.empty(), n, reason);
  }

  public static Estimate of(double value, Interval interval, int n, String method) {
    return new Estimate(
        OptionalDouble.of(value), OptionalDouble.empty(), Optional.of(interval), n, method);
  }

  public static Estimate of(
      double value, double standardError, Interval interval, int n, String method) {
    return new Estimate(
        OptionalDouble.of(value),
        OptionalDouble.of(standardError),
        Optional.of(interval),
        n,
        method);
  }
}
