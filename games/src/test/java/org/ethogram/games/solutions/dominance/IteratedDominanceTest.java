package org.ethogram.games.solutions.dominance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethogram.games.solutions.Examples.bimatrix;
import static org.ethogram.games.solutions.Examples.fractions;

import java.util.List;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.solutions.Equilibrium;
import org.ethogram.games.solutions.Examples;
import org.ethogram.games.solutions.dominance.IteratedDominance.Removal;
import org.ethogram.games.solutions.dominance.IteratedDominance.Strength;
import org.ethogram.games.solutions.nash.NashEquilibria;
import org.junit.jupiter.api.Test;

class IteratedDominanceTest {
  @Test
  void dominatedActionsGoStepByStep() {
    assertThat(strictly(Catalogue.named("prisoners-dilemma")).left())
        .containsExactly(List.of(1), List.of(1));
    assertThat(strictly(Catalogue.named("chicken")).left())
        .containsExactly(List.of(0, 1), List.of(0, 1));
    // Right is never best for the column player; without it, down falls, then left.
    IteratedDominance steps = strictly(bimatrix("1 1 0; 0 0 2", "0 2 1; 3 1 0"));
    assertThat(steps.left()).containsExactly(List.of(0), List.of(1));
    assertThat(steps.removals().stream().map(Removal::round)).containsExactly(1, 2, 3);
    assertThat(strictly(Catalogue.named("public-goods")).isSolved()).isTrue();
  }

  /** Fudenberg & Tirole 1991, Game Theory, figure 1.2: down falls to a mixture only. */
  @Test
  void anActionMayFallToAMixtureOnly() {
    IteratedDominance dominance = strictly(bimatrix("2 -1; -1 2; 0 0", "0 0; 0 0; 0 0"));
    assertThat(dominance.left()).containsExactly(List.of(0, 1), List.of(0, 1));
    Removal removal = dominance.removals().getFirst();
    assertThat(removal.needsMixture()).isTrue();
    assertThat(removal.by()).isEqualTo(fractions("1/2 1/2 0"));
  }

  @Test
  void weakDominanceRemovesMore() {
    Game game = bimatrix("1 1; 1 0", "1 0; 1 1");
    assertThat(strictly(game).removals()).isEmpty();
    assertThat(IteratedDominance.of(game, Strength.WEAK).left().getFirst()).containsExactly(0);
  }

  /** An action that falls to a mixture weakly and to no other action. */
  @Test
  void weakDominanceLooksForMixturesToo() {
    Game game = bimatrix("2 0 1; 0 2 1; 1 1 0", "0 0 0; 0 0 0; 0 0 0");
    IteratedDominance weak = IteratedDominance.of(game, Strength.WEAK);
    assertThat(strictly(game).removals()).isEmpty();
    assertThat(weak.left().getFirst()).containsExactly(0, 1);
    assertThat(weak.removals().getFirst().by()).isEqualTo(fractions("1/2 1/2 0"));
  }

  @Test
  void noEquilibriumPlaysAnActionThatFalls() {
    for (int run = 0; run < 30; run++) {
      Game game = Examples.random(new Seed(run).generator(), 4, 4);
      IteratedDominance dominance = strictly(game);
      for (Equilibrium equilibrium : NashEquilibria.of(game).equilibria()) {
        for (int seat = 0; seat < 2; seat++) {
          assertThat(dominance.left().get(seat)).containsAll(equilibrium.profile().support(seat));
        }
      }
    }
  }

  private static IteratedDominance strictly(Game game) {
    return IteratedDominance.of(game, Strength.STRICT);
  }
}
