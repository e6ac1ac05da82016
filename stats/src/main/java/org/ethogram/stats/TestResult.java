package org.ethogram.stats;

import java.util.OptionalDouble;

/**
 * A test statistic and the chance of one at least as extreme if nothing were there.
 *
 * @param statistic in the unit that the method states; empty where it is undefined
 * @param pValue two-sided; empty where the statistic is
 * @param n independent units that were tested
 * @param method how the p-value was found, or why there is none
 */
public record TestResult(OptionalDouble statistic, OptionalDouble pValue, int n, String method) {
  public static TestResult undefined(int n, String reason) {
    return new TestResult(OptionalDouble.empty(), OptionalDouble.empty(), n, reason);
  }

  public static TestResult of(double statistic, double pValue, int n, String method) {
    return new TestResult(
        OptionalDouble.of(statistic), OptionalDouble.of(Math.clamp(pValue, 0, 1)), n, method);
  }
}
