package org.ethogram.games.transformations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ethogram.core.EthogramException;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.classification.OrdinalGame;
import org.ethogram.games.classification.PeriodicTable;
import org.ethogram.games.classification.TwoByTwoClass;
import org.ethogram.games.solutions.Equilibrium;
import org.ethogram.games.solutions.MixedProfile;
import org.ethogram.games.solutions.nash.NashEquilibria;
import org.junit.jupiter.api.Test;

class TransformationsTest {
  private static final Game BACH = Catalogue.named("bach-or-stravinsky");

  @Test
  void otherUnitsForEachSeatKeepTheEquilibria() {
    Game changed = new Affine(List.of(2.0, 0.5), List.of(1.0, -3.0)).of(BACH);
    assertThat(changed.payoff(0, 0, 0)).isEqualTo(5);
    assertThat(changed.payoff(1, 0, 0)).isEqualTo(-2.5);
    assertThat(equilibria(changed)).hasSize(3).isEqualTo(equilibria(BACH));
    assertThat(new Affine(List.of(2.0), List.of(1.0)).of(BACH)).isEqualTo(BACH.rescaled(2, 1));
  }

  @Test
  void unitsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new Affine(List.of(1.0, 0.0), List.of(0.0)).of(BACH))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("scale of 0.0");
    assertThatThrownBy(() -> new Affine(List.of(1.0, 1.0, 1.0), List.of(0.0)).of(BACH))
        .hasMessageContaining("3 numbers for the scale of 2 seats");
    assertThatThrownBy(() -> new Affine(List.of(1.0), List.of(Double.NaN)).of(BACH))
        .hasMessageContaining("finite");
    assertThatThrownBy(() -> new Affine(List.of(1e300), List.of(0.0)).of(BACH.rescaled(1e10, 0)))
        .hasMessageContaining("payoff Infinity");
  }

  @Test
  void actionsMoveWithTheirPayoffs() {
    Game changed = Permutation.reversal(2).ofActions(BACH, 0);
    assertThat(changed.actions(0)).containsExactly("stravinsky", "bach");
    assertThat(changed.actions(1)).containsExactly("bach", "stravinsky");
    assertThat(changed.payoff(0, 1, 0)).isEqualTo(2);
    assertThat(changed.payoff(1, 0, 1)).isEqualTo(2);
    assertThat(Permutation.reversal(2).ofActions(changed, 0)).isEqualTo(BACH);
  }

  @Test
  void seatsMoveWithTheirActionsAndPayoffs() {
    double[][] payoffs = new double[3][12];
    for (int seat = 0; seat < 3; seat++) {
      for (int index = 0; index < 12; index++) {
        payoffs[seat][index] = 100 * seat + index;
      }
    }
    Game game =
        Game.of(
            "three",
            List.of(List.of("a", "b"), List.of("c", "d", "e"), List.of("f", "g")),
            payoffs);
    Game turned = new Permutation(List.of(1, 2, 0)).ofSeats(game);
    assertThat(turned.actions(0)).containsExactly("c", "d", "e");
    assertThat(turned.payoff(0, 2, 1, 0)).isEqualTo(game.payoff(1, 0, 2, 1));
    assertThat(turned.payoff(2, 2, 1, 0)).isEqualTo(game.payoff(0, 0, 2, 1));
    assertThat(new Permutation(List.of(2, 0, 1)).ofSeats(turned)).isEqualTo(game);
  }

  @Test
  void exchangingSeatsMirrorsTheNumber() {
    for (Game game : Catalogue.ordinalGames()) {
      Game turned = Permutation.reversal(2).ofSeats(game);
      assertThat(TwoByTwoClass.of(turned).number())
          .hasValue(PeriodicTable.number(OrdinalGame.of(game)).mirrored());
      assertThat(TwoByTwoClass.of(Permutation.reversal(2).ofActions(game, 1)).number())
          .isEqualTo(TwoByTwoClass.of(game).number());
    }
  }

  @Test
  void anOrderThatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> new Permutation(List.of(0, 0)).ofSeats(BACH))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("an order of [1, 1] for 2 seats");
    assertThatThrownBy(() -> new Permutation(List.of(0, 1, 2)).ofActions(BACH, 1))
        .hasMessageContaining("actions of seat 2");
  }

  @Test
  void aSweepOfKKeepsTheOrderOfPayoffs() {
    Game game = Catalogue.named("prisoners-dilemma");
    CooperationIndexSweep sweep = new CooperationIndexSweep(game);
    assertThat(sweep.withIndex(0.4)).isEqualTo(game);
    for (Game changed : sweep.withIndices(List.of(0.1, 0.3, 0.5, 0.7))) {
      assertThat(OrdinalGame.of(changed)).isEqualTo(OrdinalGame.of(game));
      assertThat(changed.payoff(0, 1, 0)).isEqualTo(5);
    }
    DilemmaPayoffs payoffs = DilemmaPayoffs.of(sweep.withIndex(0.2)).orElseThrow();
    assertThat(payoffs).isEqualTo(new DilemmaPayoffs(2.5, 0, 5, 1.5));
    // P would fall to S at K = 0.8.
    assertThatThrownBy(() -> sweep.withIndex(0.8)).hasMessageContaining("order of payoffs");
    assertThatThrownBy(() -> sweep.withIndex(Double.NaN)).hasMessageContaining("order of payoffs");
    assertThatThrownBy(() -> new CooperationIndexSweep(BACH)).hasMessageContaining("not defined");
    // Where the second action is the cooperative one.
    Game deadlock = Catalogue.named("deadlock");
    Game changed = new CooperationIndexSweep(deadlock).withIndex(-0.5);
    assertThat(DilemmaPayoffs.of(changed).orElseThrow().cooperationIndex()).hasValue(-0.5);
  }

  private static List<MixedProfile> equilibria(Game game) {
    return NashEquilibria.of(game).equilibria().stream().map(Equilibrium::profile).toList();
  }
}
