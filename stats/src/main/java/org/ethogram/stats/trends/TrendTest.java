package org.ethogram.stats.trends;

import java.util.OptionalDouble;

/**
 * A rank statistic and its test against no trend.
 *
 * @param statistic from -1 (always falls) to 1 (always rises); empty where it is undefined
 * @param pValue two-sided; empty where the statistic is
 * @param n points
 * @param method how the p-value was found, or why there is none
 */
public record TrendTest(OptionalDouble statistic, OptionalDouble pValue, int n, String method) {
  static TrendTest undefined(int n, String reason) {
    return new TrendTest(OptionalDouble.empty(), OptionalDouble.empty(), n, reason);
  }
}
