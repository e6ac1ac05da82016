package org.ethogram.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.ethogram.core.Seed;
import org.ethogram.games.networks.GraphSource;
import org.ethogram.games.populations.PayoffMatrix;
import org.ethogram.games.populations.finite.Course;
import org.ethogram.games.populations.finite.FinitePopulation;
import org.ethogram.games.populations.finite.Selection;
import org.ethogram.games.populations.finite.Simulation;
import org.ethogram.games.populations.finite.UpdateRule;
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

/** A million steps of ten thousand individuals, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class EvolutionBenchmark {
  private static final int SIZE = 10_000;
  private static final long STEPS = 1_000_000;

  /** How many types there are. */
  @Param({"2", "10"})
  public int types;

  /** Everybody meets everybody, or only neighbours. */
  @Param({"everybody", "torus:100x100"})
  public String graph;

  /** How a step goes. */
  @Param({"BIRTH_DEATH", "DEATH_BIRTH", "PAIRWISE_COMPARISON"})
  public UpdateRule rule;

  private Simulation simulation;
  private int[] counts;

  /** Random payoffs; a little mutation keeps every type alive to the last step. */
  @Setup
  public void population() {
    RandomGenerator random = new Seed(1).generator();
    double[][] payoffs = new double[types][types];
    List<String> names = new ArrayList<>();
    for (int type = 0; type < types; type++) {
      names.add("type " + type);
      for (int from = 0; from < types; from++) {
        payoffs[type][from] = random.nextDouble();
      }
    }
    FinitePopulation population =
        new FinitePopulation(
            PayoffMatrix.exact(names, payoffs), rule, new Selection.Exponential(1), 0.001);
    simulation =
        graph.equals("everybody")
            ? Simulation.wellMixed(population)
            : Simulation.on(GraphSource.read(graph, new Seed(1)), population);
    counts = new int[types];
    Arrays.fill(counts, SIZE / types);
  }

  /** One run. */
  @Benchmark
  public Course run() {
    return simulation.run(counts, STEPS, 1, new Seed(2));
  }
}
