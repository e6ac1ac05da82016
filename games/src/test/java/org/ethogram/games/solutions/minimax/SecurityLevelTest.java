package org.ethogram.games.solutions.minimax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethogram.games.solutions.Examples.bimatrix;
import static org.ethogram.games.solutions.Examples.fractions;
import static org.ethogram.games.solutions.Examples.random;

import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.nash.NashEquilibria;
import org.junit.jupiter.api.Test;

class SecurityLevelTest {
  @Test
  void matchingPenniesIsWorthNothing() {
    Game game = Catalogue.named("matching-pennies");
    assertThat(ConstantSum.of(game)).contains(Rational.ZERO);
    SecurityLevel level = SecurityLevel.of(game, 0);
    assertThat(level.value()).isEqualTo(Rational.ZERO);
    assertThat(level.strategy()).isEqualTo(fractions("1/2 1/2"));
    assertThat(level.punishment()).isEqualTo(fractions("1/2 1/2"));
    assertThat(level.pureMaximin()).isEqualTo(Rational.of(-1));
    assertThat(level.pureMinimax()).isEqualTo(Rational.ONE);
  }

  /** By hand: p of the first row makes 3p - (1 - p) = -2p + 4(1 - p), so p = 1/2, value 1. */
  @Test
  void aZeroSumGameWithoutSaddleHasItsValueInFractions() {
    Game game = bimatrix("3 -2; -1 4", "-3 2; 1 -4");
    SecurityLevel row = SecurityLevel.of(game, 0);
    assertThat(row.value()).isEqualTo(Rational.ONE);
    assertThat(row.strategy()).isEqualTo(fractions("1/2 1/2"));
    assertThat(row.punishment()).isEqualTo(fractions("3/5 2/5"));
    assertThat(SecurityLevel.of(game, 1).value()).isEqualTo(Rational.of(-1));
  }

  @Test
  void inThePrisonersDilemmaDefectingSecuresThePunishment() {
    SecurityLevel level = SecurityLevel.of(Catalogue.named("prisoners-dilemma"), 0);
    assertThat(level.value()).isEqualTo(Rational.ONE);
    assertThat(level.strategy()).isEqualTo(fractions("0 1"));
    assertThat(ConstantSum.of(Catalogue.named("prisoners-dilemma"))).isEmpty();
  }

  @Test
  void againstTwoWhoCoordinateThePublicGoodsPlayerKeeps() {
    SecurityLevel level = SecurityLevel.of(Catalogue.named("public-goods"), 0);
    assertThat(level.value()).isEqualTo(Rational.of(3));
    assertThat(level.strategy()).isEqualTo(fractions("0 1"));
    assertThat(level.punishment()).isEqualTo(fractions("0 0 0 1"));
  }

  /** Von Neumann 1928: both values meet, and in zero-sum games every equilibrium pays them. */
  @Test
  void valuesMeetInRandomGames() {
    for (int run = 0; run < 30; run++) {
      Game game = random(new Seed(run).generator(), 3, 4);
      double[][] rows = new double[3][4];
      double[][] columns = new double[3][4];
      IntStream.range(0, 12)
          .forEach(
              place -> {
                rows[place / 4][place % 4] = game.payoff(0, place / 4, place % 4);
                columns[place / 4][place % 4] = -rows[place / 4][place % 4];
              });
      Game zeroSum = Game.twoPlayer("z", game.actions(0), game.actions(1), rows, columns);
      SecurityLevel row = SecurityLevel.of(zeroSum, 0);
      SecurityLevel column = SecurityLevel.of(zeroSum, 1);
      assertThat(row.value().plus(column.value())).isEqualTo(Rational.ZERO);
      assertThat(NashEquilibria.of(zeroSum).equilibria())
          .allMatch(one -> one.payoffs().getFirst().equals(row.value()));
      assertThat(row.pureMaximin()).isLessThanOrEqualTo(row.value());
      assertThat(row.pureMinimax()).isGreaterThanOrEqualTo(row.value());
    }
  }
}
