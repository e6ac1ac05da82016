package org.ethogram.stats.resampling;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Resampling of independent units, given by their weights, on all processors.
 *
 * <p>The result depends on the seed alone and not on the threads. Fewer than ten units leave a
 * value without an interval; units that all agree leave an interval of no width.
 *
 * @param resamples at least 100
 */
public record Bootstrap(Seed seed, int resamples, double level) {
  private static final double TOLERATED_UNDEFINED = 0.05;
  private static final int CHUNK = 64;

  /** With fewer, 95% intervals hold a rate in less than 90% of repetitions (docs/statistics.md). */
  private static final int LEAST_UNITS = 10;

  public Bootstrap {
    if (resamples < 100 || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(resamples + " resamples at level " + level);
    }
  }

  /** Between the quantiles of the replicates (Efron and Tibshirani 1993, section 13.3). */
  public Estimate percentile(Strata strata, WeightedStatistic statistic) {
    return estimate(strata, statistic, false);
  }

  /**
   * Quantiles corrected for bias and for a standard error that changes with the truth (Efron 1987,
   * "Better bootstrap confidence intervals"; Efron and Tibshirani 1993, section 14.3). The
   * acceleration comes from leaving out one unit at a time.
   */
  public Estimate biasCorrectedAccelerated(Strata strata, WeightedStatistic statistic) {
    return estimate(strata, statistic, true);
  }

  private Estimate estimate(Strata strata, WeightedStatistic statistic, boolean corrected) {
    int units = strata.units();
    double[] once = ones(units);
    OptionalDouble value = units == 0 ? OptionalDouble.empty() : statistic.of(once);
    if (value.isEmpty()) {
      return Estimate.undefined("the statistic is undefined on these data");
    }
    double whole = value.getAsDouble();
    if (strata.freedom() < LEAST_UNITS - 1) {
      return Estimate.withoutInterval(
          whole, units, "fewer than " + LEAST_UNITS + " units to resample");
    }
    double[] replicates = replicates(strata, statistic);
    if (replicates.length < resamples * (1 - TOLERATED_UNDEFINED)) {
      int lost = resamples - replicates.length;
      return Estimate.withoutInterval(
          whole, units, "undefined in " + lost + " of " + resamples + " resamples");
    }
    double tail = (1 - level) / 2;
    double lower = tail;
    double upper = 1 - tail;
    if (corrected) {
      double bias = bias(replicates, whole);
      double acceleration = acceleration(units, statistic);
      lower = corrected(tail, bias, acceleration);
      upper = corrected(1 - tail, bias, acceleration);
    }
    return Estimate.of(
        whole,
        Quantiles.standardDeviation(replicates),
        new Interval(Quantiles.of(replicates, lower), Quantiles.of(replicates, upper), level),
        units,
        (corrected ? "BCa" : "percentile") + " bootstrap, " + resamples + " resamples");
  }

  private double[] replicates(Strata strata, WeightedStatistic statistic) {
    return IntStream.range(0, (resamples + CHUNK - 1) / CHUNK)
        .parallel()
        .mapToObj(chunk -> chunk(strata, statistic, chunk))
        .flatMapToDouble(Arrays::stream)
        .sorted()
        .toArray();
  }

  private double[] chunk(Strata strata, WeightedStatistic statistic, int chunk) {
    double[] weights = new double[strata.units()];
    double[] replicates = new double[CHUNK];
    int defined = 0;
    int end = Math.min(resamples, (chunk + 1) * CHUNK);
    for (int index = chunk * CHUNK; index < end; index++) {
      strata.draw(seed.derive("resample", index).generator(), weights);
      OptionalDouble replicate = statistic.of(weights);
      if (Double.isFinite(replicate.orElse(Double.NaN))) {
        replicates[defined++] = replicate.getAsDouble();
      }
    }
    return Arrays.copyOf(replicates, defined);
  }

  /** The normal quantile of the share of replicates below the value; ties count half. */
  private static double bias(double[] replicates, double whole) {
    double below = 0;
    for (double replicate : replicates) {
      below += replicate < whole ? 1 : replicate == whole ? 0.5 : 0;
    }
    double share =
        Math.clamp(below / replicates.length, 0.5 / replicates.length, 1 - 0.5 / replicates.length);
    return new NormalDistribution().inverseCumulativeProbability(share);
  }

  private static double acceleration(int units, WeightedStatistic statistic) {
    double[] left =
        IntStream.range(0, (units + CHUNK - 1) / CHUNK)
            .parallel()
            .mapToObj(chunk -> leftOut(chunk * CHUNK, units, statistic))
            .flatMapToDouble(Arrays::stream)
            .toArray();
    double mean = Arrays.stream(left).average().orElse(0);
    double squares = 0;
    double cubes = 0;
    for (double each : left) {
      double difference = mean - each;
      squares += difference * difference;
      cubes += difference * difference * difference;
    }
    return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }

  /** The defined statistics without each of the units of a chunk. */
  private static double[] leftOut(int start, int units, WeightedStatistic statistic) {
    double[] weights = ones(units);
    return IntStream.range(start, Math.min(units, start + CHUNK))
        .mapToObj(
            unit -> {
              weights[unit] = 0;
              OptionalDouble without = statistic.of(weights);
              weights[unit] = 1;
              return without;
            })
        .flatMapToDouble(OptionalDouble::stream)
        .filter(Double::isFinite)
        .toArray();
  }

  private static double corrected(double probability, double bias, double acceleration) {
    NormalDistribution normal = new NormalDistribution();
    double shifted = bias + normal.inverseCumulativeProbability(probability);
    return normal.cumulativeProbability(bias + shifted / (1 - acceleration * shifted));
  }

  private static double[] ones(int length) {
    double[] ones = new double[length];
    Arrays.fill(ones, 1);
    return ones;
  }
}
