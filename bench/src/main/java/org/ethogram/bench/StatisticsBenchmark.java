package org.ethogram.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.ethogram.core.Seed;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.laws.fits.FitLoss;
import org.ethogram.stats.laws.fits.LawFamily;
import org.ethogram.stats.laws.fits.LawFit;
import org.ethogram.stats.laws.fits.LawFitter;
import org.ethogram.stats.laws.fits.LawPoint;
import org.ethogram.stats.resampling.Bootstrap;
import org.ethogram.stats.resampling.ClusterBootstrap;
import org.ethogram.stats.resampling.Strata;
import org.ethogram.stats.resampling.WeightedStatistic;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The two resamplings that a scaling study waits for, on all cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class StatisticsBenchmark {
  private static final int OBSERVATIONS = 10_000;

  private final List<LawPoint> losses = new ArrayList<>();

  /** Eight sizes, three runs each, ten checkpoints a run: 240 points in 24 clusters. */
  @Setup
  public void losses() {
    RandomGenerator random = new Seed(1).generator();
    for (int run = 0; run < 24; run++) {
      double n = 7e7 * Math.pow(2.2, run % 8);
      double ofRun = 0.005 * random.nextGaussian();
      for (int checkpoint = 0; checkpoint < 10; checkpoint++) {
        double d = 1e9 * Math.pow(2, checkpoint);
        double loss = 1.69 + 406.4 / Math.pow(n, 0.34) + 410.7 / Math.pow(d, 0.28);
        double noise = ofRun + 0.005 * random.nextGaussian();
        losses.add(new LawPoint(List.of(n, d), loss * Math.exp(noise), "run " + run));
      }
    }
  }

  /** The joint law of 240 points with 1,000 cluster-bootstrap refits. */
  @Benchmark
  public LawFit jointLaw() {
    return new LawFitter(FitLoss.hoffmann(), new ClusterBootstrap(new Seed(1), 1000, 0.95))
        .fit(LawFamily.JOINT_POWER_LAW.over(List.of("N", "D")), losses);
  }

  /** How 10,000 observations are clustered. */
  @State(Scope.Benchmark)
  public static class Clustering {
    /** From ten observations a cluster to none that share one. */
    @Param({"1000", "10000"})
    public int clusters;

    private WeightedStatistic rate = WeightedStatistic.mean(new double[] {0});

    /** Draws observations that agree within clusters. */
    @Setup
    public void draw() {
      RandomGenerator random = new Seed(2).generator();
      double[] sums = new double[clusters];
      double[] counts = new double[clusters];
      for (int observation = 0; observation < OBSERVATIONS; observation++) {
        int cluster = observation % clusters;
        sums[cluster] += random.nextDouble() < 0.2 + 0.6 * cluster / clusters ? 1 : 0;
        counts[cluster]++;
      }
      rate = WeightedStatistic.ratio(sums, counts);
    }
  }

  /** 10,000 BCa resamples of 10,000 clustered observations. */
  @Benchmark
  public Estimate biasCorrectedAccelerated(Clustering clustering) {
    return new Bootstrap(new Seed(3), 10_000, 0.95)
        .biasCorrectedAccelerated(Strata.single(clustering.clusters), clustering.rate);
  }
}
