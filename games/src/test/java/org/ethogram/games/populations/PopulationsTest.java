package org.ethogram.games.populations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.junit.jupiter.api.Test;

class PopulationsTest {
  private static final PayoffMatrix DILEMMA =
      PayoffMatrix.exact(List.of("C", "D"), new double[][] {{3, 0}, {5, 1}});
  private static final PayoffMatrix HAWK_DOVE =
      PayoffMatrix.exact(List.of("hawk", "dove"), new double[][] {{-1, 4}, {0, 2}});

  /** Hawks are stable at the share V / C = 4 / 6 (Maynard Smith & Price 1973). */
  @Test
  void theReplicatorFindsTheMixtureOfHawksAndDoves() {
    double[] end = new Replicator(HAWK_DOVE, 0).after(new double[] {0.1, 0.9}, 100, 10_000);
    assertThat(end[0]).isEqualTo(2 / 3.0, within(1e-9));
  }

  @Test
  void defectorsTakeOverUnlessMutantsComeBack() {
    double[] start = {0.99, 0.01};
    assertThat(new Replicator(DILEMMA, 0).after(start, 50, 5000)[1]).isEqualTo(1, within(1e-9));
    double[] mixed = new Replicator(DILEMMA, 0.1).after(start, 200, 20_000);
    assertThat(mixed[0]).isGreaterThan(0.01);
    assertThat(new Replicator(DILEMMA, 0.1).growth(mixed)[0]).isEqualTo(0, within(1e-9));
  }

  /** For constant fitness r the probability is (1 - 1/r) / (1 - 1/r^N) (Moran 1958). */
  @Test
  void aMutantOfConstantFitnessFixesAsInMoransFormula() {
    PayoffMatrix constant =
        PayoffMatrix.exact(List.of("mutant", "resident"), new double[][] {{2, 2}, {1, 1}});
    Fixation fixation = new Fixation(constant, 10, new Selection.Linear(1));
    assertThat(fixation.probability(0, 1))
        .isEqualTo((1 - 0.5) / (1 - Math.pow(0.5, 10)), within(1e-12));
    Fixation drift = new Fixation(constant, 10, new Selection.Linear(0));
    assertThat(drift.probability(0, 1)).isEqualTo(0.1, within(1e-12));
  }

  @Test
  void simulatedFixationAgreesWithTheClosedForm() {
    Selection selection = new Selection.Linear(0.3);
    double exact = new Fixation(HAWK_DOVE, 8, selection).probability(0, 1);
    MoranProcess process = new MoranProcess(HAWK_DOVE, selection, 0);
    int runs = 20_000;
    int fixed = 0;
    for (int run = 0; run < runs; run++) {
      fixed += process.run(new int[] {1, 7}, Long.MAX_VALUE, new Seed(run))[0] == 8 ? 1 : 0;
    }
    // Five standard errors of a share of 20000.
    assertThat(fixed / (double) runs).isEqualTo(exact, within(5 * Math.sqrt(0.25 / runs)));
  }

  /** Two types are in balance as their fixation probabilities are (Fudenberg & Imhof 2006). */
  @Test
  void rareMutationsSpendTimeAsTransitionsBalance() {
    Fixation fixation = new Fixation(DILEMMA, 20, new Selection.Exponential(0.5));
    double[] shares = new RareMutations(fixation).stationary();
    assertThat(shares[0] * fixation.probability(1, 0))
        .isEqualTo(shares[1] * fixation.probability(0, 1), within(1e-15));
    assertThat(shares[1]).isGreaterThan(0.99);
  }

  /** Rock, paper and scissors rank alike (Omidshafiei et al. 2019, section 3). */
  @Test
  void alphaRankSharesACycleEvenly() {
    PayoffMatrix cycle =
        PayoffMatrix.exact(
            List.of("rock", "paper", "scissors"),
            new double[][] {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}});
    double[] shares =
        new RareMutations(new Fixation(cycle, 50, new Selection.Exponential(10))).stationary();
    for (double share : shares) {
      assertThat(share).isEqualTo(1 / 3.0, within(1e-12));
    }
  }

  @Test
  void mutationKeepsEveryTypeInThePopulation() {
    int[] end =
        new MoranProcess(DILEMMA, new Selection.Exponential(0), 0.5)
            .run(new int[] {0, 1000}, 50_000, new Seed(3));
    assertThat(Arrays.stream(end).sum()).isEqualTo(1000);
    assertThat(end[0]).isBetween(400, 600);
  }

  @Test
  void measurementErrorsMakeOtherMatricesPossible() {
    PayoffMatrix measured =
        new PayoffMatrix(
            DILEMMA.types(), new double[][] {{3, 0}, {5, 1}}, new double[][] {{0.5, 0}, {0, 0}});
    PayoffMatrix drawn = measured.resampled(new Seed(1).generator());
    assertThat(drawn.payoff(0, 0)).isNotEqualTo(3);
    assertThat(drawn.payoff(1, 0)).isEqualTo(5);
  }

  @Test
  void whatIsNoPopulationIsRefused() {
    assertThatThrownBy(() -> new Fixation(DILEMMA, 1, new Selection.Linear(0.1)))
        .isInstanceOf(EthogramException.class);
    assertThatThrownBy(() -> new Selection.Linear(2)).isInstanceOf(EthogramException.class);
    assertThatThrownBy(() -> new Selection.Linear(1).fitness(-1)).hasMessageContaining("fitness");
    assertThatThrownBy(() -> PayoffMatrix.exact(List.of("a"), new double[][] {{Double.NaN}}))
        .hasMessageContaining("NaN");
    assertThatThrownBy(
            () ->
                new MoranProcess(DILEMMA, new Selection.Linear(0), 0)
                    .run(new int[] {1}, 5, new Seed(1)))
        .hasMessageContaining("counts [1] of 2 types");
  }
}
