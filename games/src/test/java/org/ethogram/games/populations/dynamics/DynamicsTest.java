package org.ethogram.games.populations.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.populations.PayoffMatrix;
import org.ethogram.games.populations.PopulationGame;
import org.ethogram.games.populations.RolePayoffs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DynamicsTest {
  private static final PayoffMatrix DILEMMA =
      PayoffMatrix.exact(List.of("C", "D"), new double[][] {{3, 0}, {5, 1}});
  private static final PayoffMatrix HAWK_DOVE =
      PayoffMatrix.exact(List.of("hawk", "dove"), new double[][] {{-1, 4}, {0, 2}});
  private static final PayoffMatrix CYCLE =
      PayoffMatrix.exact(
          List.of("rock", "paper", "scissors"),
          new double[][] {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}});
  private static final RolePayoffs PENNIES =
      RolePayoffs.exact(
          Game.twoPlayer(
              "matching pennies",
              List.of("heads", "tails"),
              List.of("heads", "tails"),
              new double[][] {{1, -1}, {-1, 1}},
              new double[][] {{-1, 1}, {1, -1}}));

  private static double[][] end(PopulationGame game, Dynamics dynamics, double time, double... at) {
    return new Flow(game, dynamics).path(new double[][] {at}, new double[] {time}).end();
  }

  /** Hawks are stable at the share V / C = 4 / 6 (Maynard Smith & Price 1973). */
  @Test
  void theReplicatorFindsTheMixtureOfHawksAndDoves() {
    assertThat(end(HAWK_DOVE, new Replicator(0), 100, 0.1, 0.9)[0][0])
        .isEqualTo(2 / 3.0, within(1e-9));
  }

  /** With two types of constant fitness the odds grow by exp((a - b) t). */
  @Test
  void theReplicatorOfConstantFitnessIsLogisticGrowth() {
    PayoffMatrix constant =
        PayoffMatrix.exact(List.of("a", "b"), new double[][] {{2, 2}, {1.5, 1.5}});
    double[] end = end(constant, new Replicator(0), 7, 0.2, 0.8)[0];
    assertThat(end[0] / end[1]).isEqualTo(0.25 * Math.exp(3.5), within(1e-7));
  }

  @Test
  void defectorsTakeOverUnlessMutantsComeBack() {
    assertThat(end(DILEMMA, new Replicator(0), 50, 0.99, 0.01)[0][1]).isEqualTo(1, within(1e-9));
    double[][] mixed = end(DILEMMA, new Replicator(0.1), 200, 0.99, 0.01);
    assertThat(mixed[0][0]).isGreaterThan(0.01);
    assertThat(new Flow(DILEMMA, new Replicator(0.1)).growth(mixed)[0][0])
        .isEqualTo(0, within(1e-9));
  }

  /** In the zero-sum cycle the product of the shares is a constant of motion (Zeeman 1980). */
  @Test
  void rockPaperScissorsGoRoundForever() {
    double[] end = end(CYCLE, new Replicator(0), 50, 0.5, 0.3, 0.2)[0];
    assertThat(end[0] * end[1] * end[2]).isEqualTo(0.03, within(1e-8));
  }

  /** x(1-x)y(1-y) is a constant of motion of matching pennies (Hofbauer & Sigmund 1998). */
  @Test
  void twoPopulationsOfMatchingPenniesGoRoundForever() {
    double[][] end =
        new Flow(PENNIES, new Replicator(0))
            .path(new double[][] {{0.7, 0.3}, {0.4, 0.6}}, new double[] {40})
            .end();
    assertThat(end[0][0] * end[0][1] * end[1][0] * end[1][1])
        .isEqualTo(0.7 * 0.3 * 0.4 * 0.6, within(1e-8));
  }

  static List<Dynamics> all() {
    return List.of(
        new Replicator(0), new Logit(2), new BoltzmannQ(2), new BrownVonNeumannNash(), new Smith());
  }

  @ParameterizedTest
  @MethodSource("all")
  void sharesGoOnSummingToOne(Dynamics dynamics) {
    double[] shares = {0.2, 0.5, 0.3};
    double[] growth = dynamics.growth(shares, CYCLE.payoffs(new double[][] {shares})[0]);
    assertThat(DoubleStream.of(growth).sum()).isEqualTo(0, within(1e-15));
    double[] end = end(CYCLE, dynamics, 20, shares)[0];
    assertThat(DoubleStream.of(end).sum()).isEqualTo(1, within(1e-12));
    assertThat(DoubleStream.of(end)).allMatch(share -> share >= 0);
  }

  /** Brown & von Neumann (1950); Smith (1984): rest points are the Nash equilibria. */
  @Test
  void excessAndComparisonLeadHawksAndDovesToTheirEquilibrium() {
    for (Dynamics dynamics : List.of(new BrownVonNeumannNash(), new Smith())) {
      assertThat(end(HAWK_DOVE, dynamics, 1000, 1, 0)[0][0]).isEqualTo(2 / 3.0, within(1e-2));
    }
  }

  /** At a logit equilibrium ln(x_i / x_j) = beta (f_i - f_j); the Q-learners rest there too. */
  @Test
  void logitAndBoltzmannQRestAtTheLogitEquilibrium() {
    for (Dynamics dynamics : List.of(new Logit(1.5), new BoltzmannQ(1.5))) {
      double[][] end = end(DILEMMA, dynamics, 200, 0.5, 0.5);
      double[] payoffs = DILEMMA.payoffs(end)[0];
      assertThat(Math.log(end[0][0] / end[0][1]))
          .isEqualTo(1.5 * (payoffs[0] - payoffs[1]), within(1e-6));
    }
  }

  @Test
  void generationsMultiplyTheOddsByTheRatioOfFitness() {
    DiscreteReplicator generations = new DiscreteReplicator(DILEMMA, 1, 0);
    double[][] next = generations.next(new double[][] {{0.5, 0.5}});
    assertThat(next[0][0] / next[0][1]).isEqualTo((1 + 1.5) / (1 + 3), within(1e-12));
    Path path = generations.path(new double[][] {{0.5, 0.5}}, new double[] {0, 1, 300});
    assertThat(path.states().get(1)[0][0]).isEqualTo(next[0][0], within(1e-12));
    assertThat(path.end()[0][1]).isGreaterThan(0.999999);
  }

  /** Doves alone are best answered by hawks until two thirds are hawks: 1/3 = exp(-t). */
  @Test
  void bestResponsesStopWhereHawksAndDovesEarnTheSame() {
    Path path =
        new BestResponse(HAWK_DOVE)
            .path(new double[][] {{0, 1}}, new double[] {1, Math.log(3), 10});
    assertThat(path.states().get(0)[0][0]).isEqualTo(1 - Math.exp(-1), within(1e-12));
    assertThat(path.states().get(1)[0][0]).isEqualTo(2 / 3.0, within(1e-9));
    assertThat(path.end()[0][0]).isEqualTo(2 / 3.0, within(1e-5));
  }

  /** The best response path of matching pennies converges to its equilibrium (Brown 1951). */
  @Test
  void bestResponsesOfTwoPopulationsFindTheEquilibriumOfMatchingPennies() {
    double[][] end =
        new BestResponse(PENNIES)
            .path(new double[][] {{0.9, 0.1}, {0.6, 0.4}}, new double[] {6})
            .end();
    assertThat(end[0][0]).isEqualTo(0.5, within(0.01));
    assertThat(end[1][0]).isEqualTo(0.5, within(0.01));
  }

  /**
   * Good rock, paper, scissors, where a win is worth more than a loss costs, spirals in; bad ones
   * end on the triangle of Shapley (1964; Gaunersdorfer & Hofbauer 1995).
   */
  @Test
  void bestResponsesCycleOnTheTriangleOfShapley() {
    PayoffMatrix bad =
        PayoffMatrix.exact(
            List.of("rock", "paper", "scissors"),
            new double[][] {{0, -2, 1}, {1, 0, -2}, {-2, 1, 0}});
    Path path =
        new BestResponse(bad).path(new double[][] {{0.34, 0.33, 0.33}}, new double[] {30, 60});
    for (double[][] state : path.states()) {
      // On the triangle the best payoff is 0, at the centre it is -1/3.
      assertThat(Arrays.stream(bad.payoffs(state)[0]).max().orElseThrow())
          .isEqualTo(0, within(1e-6));
    }
  }

  @Test
  void whatIsNoStateIsRefused() {
    Flow flow = new Flow(DILEMMA, new Replicator(0));
    assertThatThrownBy(() -> flow.path(new double[][] {{0.5, 0.4}}, new double[] {1}))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("no state");
    assertThatThrownBy(() -> new Replicator(1.5)).hasMessageContaining("mutation");
    assertThatThrownBy(() -> new Logit(-1)).hasMessageContaining("intensity of -1");
    assertThatThrownBy(() -> end(CYCLE, new Replicator(0.1), 1, 0.5, 0.25, 0.25))
        .hasMessageContaining("births cannot be negative");
    assertThatThrownBy(() -> new DiscreteReplicator(CYCLE, 0, 0).next(new double[][] {{0, 1, 0}}))
        .hasMessageContaining("Raise the background fitness");
  }

  @Test
  void resampledPathsShowHowSureATakeoverIs() {
    PayoffMatrix doubtful =
        new PayoffMatrix(
            List.of("a", "b"),
            new double[][] {{1.02, 1.02}, {1, 1}},
            new double[][] {{0.02, 0.02}, {0, 0}});
    ResampledPaths paths =
        ResampledPaths.of(
            doubtful,
            game -> new Flow(game, new Replicator(0)),
            new double[][] {{0.5, 0.5}},
            new double[] {2000},
            200,
            new Seed(1));
    // With both payoffs of a above 1 it takes over: at least (0.841...)^2 = 0.708 of the time.
    assertThat(paths.takeovers(0, 0) / 200.0).isBetween(0.6, 0.9);
    assertThat(paths.takeovers(0, 1)).isGreaterThan(0);
    assertThat(paths.shares(0, 0, 0)).hasSize(200);
  }
}
