package org.ethogram.stats.laws.rates;

import org.ethogram.core.Seed;
import org.ethogram.stats.Interval;
import org.ethogram.stats.laws.AxisScale;

/**
 * How a trend is fitted.
 *
 * @param resamples of the cluster bootstrap, at least 100
 */
public record TrendOptions(AxisScale scale, Link link, double level, int resamples, Seed seed) {
  /** A rate over decades, with 95% intervals and 1,000 resamples. */
  public static TrendOptions usual(Seed seed) {
    return new TrendOptions(AxisScale.LOG10, Link.LOGIT, Interval.USUAL_LEVEL, 1000, seed);
  }

  public TrendOptions with(Link other) {
    return new TrendOptions(scale, other, level, resamples, seed);
  }

  public TrendOptions with(AxisScale other) {
    return new TrendOptions(other, link, level, resamples, seed);
  }
}
