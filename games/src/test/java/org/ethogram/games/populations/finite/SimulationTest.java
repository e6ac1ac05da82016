package org.ethogram.games.populations.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.ethogram.core.Seed;
import org.ethogram.games.networks.Graph;
import org.ethogram.games.networks.GraphSource;
import org.ethogram.games.populations.PayoffMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Simulation against the exact answer: within five standard errors of a share. */
class SimulationTest {
  private static final Seed SEED = new Seed(7);
  private static final int RUNS = 4_000;
  private static final PayoffMatrix HAWK_DOVE =
      PayoffMatrix.exact(List.of("hawk", "dove"), new double[][] {{-1, 4}, {0, 2}});
  private static final PayoffMatrix FITTER =
      PayoffMatrix.exact(List.of("mutant", "resident"), new double[][] {{1.5, 1.5}, {1, 1}});
  private static final PayoffMatrix THREE =
      PayoffMatrix.exact(
          List.of("a", "b", "c"), new double[][] {{1, 2, 0}, {0.5, 1, 3}, {2, 0.2, 1}});

  private static Offset<Double> error(double share) {
    return within(5 * Math.sqrt(Math.max(share * (1 - share), 0.01) / RUNS));
  }

  private static Graph graph(String text) {
    return GraphSource.read(text, SEED);
  }

  private static FinitePopulation population(
      PayoffMatrix payoffs, UpdateRule rule, Selection selection, double mutation) {
    return new FinitePopulation(payoffs, rule, selection, mutation);
  }

  @ParameterizedTest
  @EnumSource(UpdateRule.class)
  void everyRuleTakesOverAsOftenAsItsChainSays(UpdateRule rule) {
    FinitePopulation population = population(THREE, rule, new Selection.Exponential(0.4), 0);
    int[] counts = {3, 2, 4};
    double[] exact = new Compositions(population, 9).absorption(counts);
    Ends ends = Simulation.wellMixed(population).ends(counts, RUNS, Long.MAX_VALUE, SEED);
    assertThat(ends.undecided()).isZero();
    for (int type = 0; type < 3; type++) {
      assertThat(ends.wins().get(type) / (double) RUNS).isEqualTo(exact[type], error(exact[type]));
    }
  }

  @Test
  void timesAreThoseOfTheChain() {
    FinitePopulation population =
        population(HAWK_DOVE, UpdateRule.DEATH_BIRTH, new Selection.Linear(0.2), 0);
    Ends ends = Simulation.wellMixed(population).ends(new int[] {1, 7}, RUNS, Long.MAX_VALUE, SEED);
    double exact = new TwoTypes(population, 8, 0).time().orElseThrow();
    assertThat(ends.meanSteps().orElseThrow()).isEqualTo(exact, within(0.1 * exact));
  }

  /** On the complete graph everybody meets everybody. */
  @ParameterizedTest
  @EnumSource(
      value = UpdateRule.class,
      names = {"BIRTH_DEATH", "DEATH_BIRTH", "PAIRWISE_COMPARISON", "IMITATE_BEST"})
  void theCompleteGraphIsWellMixed(UpdateRule rule) {
    FinitePopulation population = population(THREE, rule, new Selection.Exponential(0.4), 0);
    int[] counts = {3, 2, 4};
    double[] exact = new Compositions(population, 9).absorption(counts);
    Ends ends =
        Simulation.on(graph("complete:9"), population).ends(counts, RUNS, Long.MAX_VALUE, SEED);
    for (int type = 0; type < 3; type++) {
      assertThat(ends.wins().get(type) / (double) RUNS).isEqualTo(exact[type], error(exact[type]));
    }
  }

  /** The isothermal theorem (Lieberman, Hauert & Nowak 2005). */
  @Test
  void ringsAndToriAreIsothermal() {
    FinitePopulation population =
        population(FITTER, UpdateRule.BIRTH_DEATH, new Selection.Linear(1), 0);
    for (String text : List.of("ring:12", "torus:3x4")) {
      double exact = new Fixation(population, 12).probability(0, 1);
      Ends ends =
          Simulation.on(graph(text), population)
              .ends(new int[] {1, 11}, RUNS, Long.MAX_VALUE, SEED);
      assertThat(ends.wins().getFirst() / (double) RUNS).isEqualTo(exact, error(exact));
    }
  }

  /** Broom & Rychtar (2008). */
  @Test
  void theStarAmplifiesAsItsClosedFormSays() {
    FinitePopulation population =
        population(FITTER, UpdateRule.BIRTH_DEATH, new Selection.Linear(1), 0);
    Graph star = graph("star:11");
    double exact = Fixation.onStar(star.nodes() - 1, 1.5);
    int[] counts = {1, star.nodes() - 1};
    Ends ends = Simulation.on(star, population).ends(counts, RUNS, Long.MAX_VALUE, SEED);
    assertThat(ends.wins().getFirst() / (double) RUNS).isEqualTo(exact, error(exact));
    assertThat(exact).isGreaterThan(new Fixation(population, 11).probability(0, 1));
  }

  @ParameterizedTest
  @EnumSource(UpdateRule.class)
  void withMutationTimeIsSpentAsTheStationaryDistributionSays(UpdateRule rule) {
    FinitePopulation population = population(THREE, rule, new Selection.Exponential(0.4), 0.1);
    double[] exact = new Compositions(population, 8).meanShares();
    Course course =
        Simulation.wellMixed(population).run(new int[] {8, 0, 0}, 200_000, 50_000, SEED);
    double[] seen = new double[3];
    for (int[] counts : course.counts()) {
      for (int type = 0; type < 3; type++) {
        seen[type] += counts[type] / 8.0 / course.counts().size();
      }
    }
    assertThat(seen).containsExactly(exact, within(0.02));
  }

  @Test
  void theChainOfTwoTypesIsTheChainOfCompositions() {
    FinitePopulation population =
        population(HAWK_DOVE, UpdateRule.BIRTH_DEATH, new Selection.Linear(0.2), 0.02);
    assertThat(new TwoTypes(population, 15, 0).stationary())
        .containsExactly(new Compositions(population, 15).stationary(), within(1e-12));
  }

  @Test
  void aCourseIsReproducibleAndKeepsEverybody() {
    Simulation simulation =
        Simulation.on(
            graph("torus:10x10"),
            population(THREE, UpdateRule.DEATH_BIRTH, new Selection.Exponential(1), 0.01));
    Course course = simulation.run(new int[] {50, 30, 20}, 5000, 10, SEED);
    assertThat(course.steps()).startsWith(0L, 500L).endsWith(5000L).hasSize(11);
    assertThat(course.counts()).allMatch(counts -> Arrays.stream(counts).sum() == 100);
    assertThat(simulation.run(new int[] {50, 30, 20}, 5000, 10, SEED).end())
        .containsExactly(course.end());
  }

  /** One of many runs is surely decided by the payoffs when they are drawn anew. */
  @Test
  void doubtAboutPayoffsIsDoubtAboutTheEnd() {
    PayoffMatrix doubtful =
        new PayoffMatrix(
            List.of("a", "b"), new double[][] {{1, 1}, {1, 1}}, new double[][] {{5, 5}, {0, 0}});
    FinitePopulation population =
        population(doubtful, UpdateRule.PAIRWISE_COMPARISON, new Selection.Exponential(10), 0);
    Ends ends = Simulation.wellMixed(population).resampledEnds(new int[] {5, 5}, 200, 10_000, SEED);
    assertThat(ends.wins().getFirst()).isBetween(40, 150);
    assertThat(ends.wins().get(1)).isBetween(40, 150);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    FinitePopulation population =
        population(HAWK_DOVE, UpdateRule.BIRTH_DEATH, new Selection.Exponential(1), 0);
    Simulation ring = Simulation.on(graph("ring:5"), population);
    assertThatThrownBy(() -> ring.run(new int[] {1, 1}, 5, 1, SEED))
        .hasMessageContaining("2 individuals on a graph of 5 nodes");
    assertThatThrownBy(() -> ring.run(new int[] {1}, 5, 1, SEED))
        .hasMessageContaining("counts [1] of 2 types");
    assertThatThrownBy(() -> ring.run(new int[] {-1, 6}, 5, 1, SEED))
        .hasMessageContaining("at least 0");
    assertThatThrownBy(
            () ->
                Simulation.on(
                    graph("ring:5"),
                    population(
                        HAWK_DOVE, UpdateRule.BIRTH_DEATH, new Selection.Exponential(1e4), 0)))
        .hasMessageContaining("Lower the intensity");
    assertThatThrownBy(
            () ->
                Simulation.on(
                    graph("ring:5"),
                    population(
                        HAWK_DOVE, UpdateRule.WRIGHT_FISHER, new Selection.Exponential(1), 0)))
        .hasMessageContaining("Choose another rule");
  }
}
