package org.ethogram.games.populations.finite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.games.networks.Graph;

/**
 * A finite population step by step; millions of steps a second, whatever its size.
 *
 * @param graph who is next to whom; empty where everybody meets everybody. On a graph individuals
 *     earn their mean payoff from their neighbours
 */
public record Simulation(FinitePopulation population, Optional<Graph> graph) {
  public Simulation {
    graph.ifPresent(one -> Sites.check(population, one));
  }

  public static Simulation wellMixed(FinitePopulation population) {
    return new Simulation(population, Optional.empty());
  }

  public static Simulation on(Graph graph, FinitePopulation population) {
    return new Simulation(population, Optional.of(graph));
  }

  /** The same with other payoffs. */
  Simulation with(FinitePopulation other) {
    return new Simulation(other, graph);
  }

  /**
   * Runs for so many steps or, without mutation, until one type is left.
   *
   * @param counts of each type at first; on a graph they are placed by chance
   * @param steps of one replacement each, or generations by the rule of Wright and Fisher
   * @param notes how many times the counts are noted after the start, evenly, at least 1
   * @throws org.ethogram.core.EthogramException {@code INVALID_DATA} when the counts do not fit
   */
  public Course run(int[] counts, long steps, int notes, Seed seed) {
    population.checkedSize(counts);
    RandomGenerator random = seed.generator();
    Living living = living(counts, random);
    List<Long> times = new ArrayList<>(List.of(0L));
    List<int[]> seen = new ArrayList<>(List.of(counts.clone()));
    long done = 0;
    boolean ends = population.mutation() == 0;
    for (int note = 1; note <= notes && !(ends && living.isUniform()); note++) {
      long until = note == notes ? steps : (long) ((double) steps / notes * note);
      while (done < until && !(ends && living.isUniform())) {
        living.step(random);
        done++;
      }
      times.add(done);
      seen.add(living.counts().clone());
    }
    return new Course(times, seen, done);
  }

  /**
   * How many of many runs end with each type alone.
   *
   * @param counts of each type at the start of each run
   * @param steps after which a run without an end counts as undecided
   */
  public Ends ends(int[] counts, int runs, long steps, Seed seed) {
    List<Course> courses =
        IntStream.range(0, runs)
            .parallel()
            .mapToObj(run -> run(counts, steps, 1, seed.derive("run", run)))
            .toList();
    return Ends.of(courses, counts.length);
  }

  /** The same, each run with payoffs drawn as another measurement might have found them. */
  public Ends resampledEnds(int[] counts, int runs, long steps, Seed seed) {
    List<Course> courses =
        IntStream.range(0, runs)
            .parallel()
            .mapToObj(
                run -> {
                  Seed own = seed.derive("run", run);
                  RandomGenerator random = own.derive("payoffs").generator();
                  return with(population.with(population.payoffs().resampled(random)))
                      .run(counts, steps, 1, own);
                })
            .toList();
    return Ends.of(courses, counts.length);
  }

  private Living living(int[] counts, RandomGenerator random) {
    if (graph.isEmpty()) {
      return new WellMixed(population, counts);
    }
    int size = Arrays.stream(counts).sum();
    if (size != graph.get().nodes()) {
      throw FinitePopulation.invalid(
          size + " individuals on a graph of " + graph.get().nodes() + " nodes",
          "Give one individual a node");
    }
    return new Sites(population, graph.get(), Sites.placed(counts, random));
  }
}
