package org.ethogram.games.populations.finite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.ethogram.core.EthogramException;
import org.ethogram.games.populations.PayoffMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FixationTest {
  private static final PayoffMatrix HAWK_DOVE =
      PayoffMatrix.exact(List.of("hawk", "dove"), new double[][] {{-1, 4}, {0, 2}});
  private static final PayoffMatrix CONSTANT =
      PayoffMatrix.exact(List.of("mutant", "resident"), new double[][] {{2, 2}, {1, 1}});

  private static FinitePopulation population(
      PayoffMatrix payoffs, UpdateRule rule, Selection selection) {
    return new FinitePopulation(payoffs, rule, selection, 0);
  }

  /** For constant fitness r the probability is (1 - 1/r) / (1 - 1/r^N) (Moran 1958). */
  @Test
  void aMutantOfConstantFitnessFixesAsInMoransFormula() {
    FinitePopulation moran = population(CONSTANT, UpdateRule.BIRTH_DEATH, new Selection.Linear(1));
    assertThat(new Fixation(moran, 10).probability(0, 1))
        .isEqualTo((1 - 0.5) / (1 - Math.pow(0.5, 10)), within(1e-12));
  }

  /** By the Fermi rule (1 - exp(-b d)) / (1 - exp(-N b d)) (Traulsen, Nowak & Pacheco 2006). */
  @Test
  void imitationOfAConstantDifferenceHasItsFormula() {
    FinitePopulation fermi =
        population(CONSTANT, UpdateRule.PAIRWISE_COMPARISON, new Selection.Exponential(0.3));
    assertThat(new Fixation(fermi, 12).probability(0, 1))
        .isEqualTo((1 - Math.exp(-0.3)) / (1 - Math.exp(-3.6)), within(1e-12));
  }

  @ParameterizedTest
  @EnumSource(
      value = UpdateRule.class,
      names = {"BIRTH_DEATH", "DEATH_BIRTH", "PAIRWISE_COMPARISON"})
  void underDriftEverybodyIsAsLikelyToBeTheAncestor(UpdateRule rule) {
    FinitePopulation drift = population(HAWK_DOVE, rule, new Selection.Linear(0));
    assertThat(new Fixation(drift, 17).probability(0, 1)).isEqualTo(1 / 17.0, within(1e-14));
    assertThat(new Compositions(drift, 17).absorption(5, 12)[0]).isEqualTo(5 / 17.0, within(1e-12));
  }

  /** The closed form against the solution of the whole chain. */
  @ParameterizedTest
  @EnumSource(
      value = UpdateRule.class,
      names = {"BIRTH_DEATH", "DEATH_BIRTH", "PAIRWISE_COMPARISON"})
  void theClosedFormSolvesTheChain(UpdateRule rule) {
    for (Selection selection : List.of(new Selection.Linear(0.3), new Selection.Exponential(1.5))) {
      FinitePopulation population = population(HAWK_DOVE, rule, selection);
      assertThat(new TwoTypes(population, 20, 0).fixation(6))
          .isEqualTo(new Compositions(population, 20).absorption(6, 14)[0], within(1e-10));
      assertThat(new Fixation(population, 20).probability(1, 0))
          .isEqualTo(new Compositions(population, 20).absorption(19, 1)[1], within(1e-10));
    }
  }

  /** Neutral times by hand: N H_{N-1} steps to any end, N (N - 1) to taking over. */
  @Test
  void neutralTimesAreHarmonicAndQuadratic() {
    FinitePopulation drift = population(HAWK_DOVE, UpdateRule.BIRTH_DEATH, new Selection.Linear(0));
    TwoTypes chain = new TwoTypes(drift, 9, 0);
    double harmonic = DoubleStream.iterate(1, i -> i + 1).limit(8).map(i -> 1 / i).sum();
    assertThat(chain.time().orElseThrow()).isEqualTo(9 * harmonic, within(1e-9));
    assertThat(chain.conditionalTime().orElseThrow()).isEqualTo(72, within(1e-9));
  }

  /** Two individuals: the first replacement that changes anything decides. */
  @Test
  void twoIndividualsWaitForOneReplacement() {
    TwoTypes chain =
        new TwoTypes(population(CONSTANT, UpdateRule.BIRTH_DEATH, new Selection.Linear(1)), 2, 0);
    assertThat(chain.fixation(1)).isEqualTo(2 / 3.0, within(1e-14));
    assertThat(chain.time().orElseThrow()).isEqualTo(2, within(1e-14));
    assertThat(chain.conditionalTime().orElseThrow()).isEqualTo(2, within(1e-14));
  }

  /** The one-third law of weak selection (Nowak, Sasaki, Taylor & Fudenberg 2004). */
  @Test
  void selectionFavoursAMutantWhoseThresholdIsBelowAThird() {
    for (double threshold : new double[] {0.3, 0.36}) {
      // Equal payoffs where a share of mutants of exactly the threshold is there.
      PayoffMatrix coordination =
          PayoffMatrix.exact(
              List.of("new", "old"), new double[][] {{1 - threshold, 0}, {0, threshold}});
      double probability =
          new Fixation(
                  population(coordination, UpdateRule.BIRTH_DEATH, new Selection.Linear(0.0001)),
                  2000)
              .probability(0, 1);
      assertThat(probability * 2000 > 1).isEqualTo(threshold < 1 / 3.0);
    }
  }

  @Test
  void strengthThatNoNumberHoldsStillDecides() {
    FinitePopulation strong =
        population(CONSTANT, UpdateRule.DEATH_BIRTH, new Selection.Exponential(5000));
    assertThat(new Fixation(strong, 100).probability(0, 1)).isBetween(0.97, 1.0);
    assertThat(new Fixation(strong, 100).probability(1, 0)).isZero();
  }

  /** The star amplifies: like a fitness of r squared as it grows (Lieberman et al. 2005). */
  @Test
  void theStarAmplifiesSelection() {
    assertThat(Fixation.onStar(1, 3)).isEqualTo(0.75, within(1e-14));
    assertThat(Fixation.onStar(7, 1)).isEqualTo(1 / 8.0, within(1e-14));
    double squared = (1 - 1 / 1.21) / (1 - Math.pow(1.21, -20_000));
    assertThat(Fixation.onStar(20_000, 1.1)).isEqualTo(squared, within(1e-4));
  }

  @Test
  void whatIsNoPopulationIsRefused() {
    FinitePopulation moran =
        population(HAWK_DOVE, UpdateRule.BIRTH_DEATH, new Selection.Linear(0.1));
    assertThatThrownBy(() -> new Fixation(moran, 1)).isInstanceOf(EthogramException.class);
    assertThatThrownBy(() -> new Selection.Linear(2)).hasMessageContaining("intensity of 2");
    assertThatThrownBy(
            () ->
                new Fixation(
                        population(HAWK_DOVE, UpdateRule.BIRTH_DEATH, new Selection.Linear(1)), 5)
                    .probability(0, 1))
        .hasMessageContaining("fitness")
        .hasMessageContaining("Raise the payoffs");
    assertThatThrownBy(() -> new FinitePopulation(HAWK_DOVE, moran.rule(), moran.selection(), -1))
        .hasMessageContaining("mutation of -1");
    assertThatThrownBy(() -> new Compositions(moran, 5000)).hasMessageContaining("compositions");
    assertThatThrownBy(() -> new Compositions(moran, 5).stationary())
        .hasMessageContaining("no mutation");
    assertThatThrownBy(() -> Fixation.onStar(0, 1)).hasMessageContaining("leaves");
  }
}
