package org.ethogram.games.solutions.evolutionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ethogram.games.solutions.Examples.fractions;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.linear.Rational;
import org.junit.jupiter.api.Test;

class EvolutionaryStabilityTest {
  /** Maynard Smith 1982, Evolution and the Theory of Games: hawks at the share V/C. */
  @Test
  void hawksAndDovesMix() {
    assertThat(stable(new double[][] {{-1, 4}, {0, 2}})).containsExactly(fractions("2/3 1/3"));
    assertThat(EvolutionaryStability.of(Catalogue.named("stag-hunt")))
        .containsExactlyInAnyOrder(fractions("1 0"), fractions("0 1"));
    assertThat(EvolutionaryStability.of(Catalogue.named("prisoners-dilemma")))
        .containsExactly(fractions("0 1"));
  }

  /**
   * Maynard Smith 1982, appendix D: rock, scissors, paper is stable only if a tie pays a little.
   */
  @Test
  void cyclesAreStableOnlyIfTiesPayLessThanNothing() {
    assertThat(stable(new double[][] {{0, 1, -1}, {-1, 0, 1}, {1, -1, 0}})).isEmpty();
    assertThat(stable(new double[][] {{0.1, 1, -1}, {-1, 0.1, 1}, {1, -1, 0.1}})).isEmpty();
    assertThat(stable(new double[][] {{-0.1, 1, -1}, {-1, -0.1, 1}, {1, -1, -0.1}}))
        .containsExactly(fractions("1/3 1/3 1/3"));
  }

  /**
   * A neutral mutant: tit for tat in a world without defection is not stable (Selten & Hammerstein
   * 1984).
   */
  @Test
  void whoCannotBeToldApartIsNotStable() {
    assertThat(stable(new double[][] {{3, 3}, {3, 3}})).isEmpty();
    assertThat(stable(new double[][] {{1, 1}, {1, 0}})).containsExactly(fractions("1 0"));
  }

  /** By definition: against every mutant nearby, drawn at random, a stable strategy earns more. */
  @Test
  void noDrawnMutantInvades() {
    RandomGenerator random = new Seed(4).generator();
    int found = 0;
    for (int run = 0; run < 60; run++) {
      double[][] payoffs = new double[4][4];
      for (double[] row : payoffs) {
        Arrays.setAll(row, place -> random.nextInt(6));
      }
      List<List<Rational>> stable = stable(payoffs);
      found += stable.size();
      for (List<Rational> strategy : stable) {
        double[] resident = strategy.stream().mapToDouble(Rational::toDouble).toArray();
        for (int draw = 0; draw < 50; draw++) {
          double[] mutant = random.doubles(4).toArray();
          double sum = Arrays.stream(mutant).sum();
          double share = 1e-4;
          double[] mixed =
              IntStream.range(0, 4)
                  .mapToDouble(i -> (1 - share) * resident[i] + share * mutant[i] / sum)
                  .toArray();
          double advantage = 0;
          for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
              advantage += (resident[i] - mutant[i] / sum) * payoffs[i][j] * mixed[j];
            }
          }
          assertThat(advantage).isPositive();
        }
      }
    }
    assertThat(found).isGreaterThan(30);
  }

  @Test
  void otherGamesAreRefused() {
    assertThatThrownBy(() -> EvolutionaryStability.of(Catalogue.named("matching-pennies")))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("symmetric");
  }

  private static List<List<Rational>> stable(double[][] payoffs) {
    double[][] transposed = new double[payoffs.length][payoffs.length];
    for (int i = 0; i < payoffs.length; i++) {
      for (int j = 0; j < payoffs.length; j++) {
        transposed[i][j] = payoffs[j][i];
      }
    }
    List<String> names = IntStream.range(0, payoffs.length).mapToObj(i -> "a" + i).toList();
    return EvolutionaryStability.of(Game.twoPlayer("s", names, names, payoffs, transposed));
  }
}
