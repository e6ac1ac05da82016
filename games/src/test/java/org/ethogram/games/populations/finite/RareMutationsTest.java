package org.ethogram.games.populations.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ethogram.games.chains.StationaryDistribution;
import org.ethogram.games.populations.PayoffMatrix;
import org.junit.jupiter.api.Test;

class RareMutationsTest {
  private static final PayoffMatrix DILEMMA =
      PayoffMatrix.exact(List.of("C", "D"), new double[][] {{3, 0}, {5, 1}});
  private static final PayoffMatrix CYCLE =
      PayoffMatrix.exact(
          List.of("rock", "paper", "scissors"),
          new double[][] {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}});

  private static FinitePopulation fermi(PayoffMatrix payoffs, double intensity, double mutation) {
    return new FinitePopulation(
        payoffs, UpdateRule.PAIRWISE_COMPARISON, new Selection.Exponential(intensity), mutation);
  }

  /** Two types are in balance as their fixation probabilities are (Fudenberg & Imhof 2006). */
  @Test
  void timeIsSpentAsTransitionsBalance() {
    FinitePopulation population = fermi(DILEMMA, 0.5, 0);
    Fixation fixation = new Fixation(population, 20);
    double[] shares = new RareMutations(population, 20).stationary();
    assertThat(shares[0] * fixation.probability(1, 0))
        .isEqualTo(shares[1] * fixation.probability(0, 1), within(1e-15));
    assertThat(shares[1]).isGreaterThan(0.99);
  }

  @Test
  void aCycleIsSharedEvenlyHoweverStrongSelectionIs() {
    for (double intensity : new double[] {0.1, 10, 1e6}) {
      double[] shares = new RareMutations(fermi(CYCLE, intensity, 0), 50).stationary();
      assertThat(shares).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-9));
    }
  }

  /** In the stag hunt of small populations the risk-dominant hare is stochastically stable. */
  @Test
  void strongSelectionFindsTheRiskDominantEquilibrium() {
    PayoffMatrix stagHunt =
        PayoffMatrix.exact(List.of("stag", "hare"), new double[][] {{4, 0}, {3, 3}});
    assertThat(new RareMutations(fermi(stagHunt, 3, 0), 50).stationary()[1])
        .isGreaterThan(0.999999);
  }

  @Test
  void theLimitIsThatOfEverRarerMutations() {
    PayoffMatrix three =
        PayoffMatrix.exact(
            List.of("a", "b", "c"), new double[][] {{1, 2, 0}, {0.5, 1, 3}, {2, 0.2, 1}});
    double[] limit = new RareMutations(fermi(three, 0.4, 0), 6).stationary();
    double[] rare = new Compositions(fermi(three, 0.4, 1e-7), 6).meanShares();
    assertThat(rare).containsExactly(limit, within(1e-4));
  }

  /** Two states: the shares are as the chances of coming. */
  @Test
  void aChainOfTwoIsItsBalance() {
    double[][] chain = {{0.9, 0.1}, {0.3, 0.7}};
    assertThat(StationaryDistribution.of(chain))
        .containsExactly(new double[] {0.75, 0.25}, within(1e-15));
    double[][] logarithms = {{0, -2000}, {-1999, 0}};
    assertThat(StationaryDistribution.ofLogarithms(logarithms)[0])
        .isEqualTo(1 / (1 + Math.exp(-1)), within(1e-12));
    assertThatThrownBy(() -> StationaryDistribution.of(new double[][] {{1, 0}, {0, 1}}))
        .hasMessageContaining("never leaves");
  }
}
