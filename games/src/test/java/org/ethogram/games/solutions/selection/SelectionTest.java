package org.ethogram.games.solutions.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethogram.games.solutions.Examples.bimatrix;
import static org.ethogram.games.solutions.Examples.fractions;
import static org.ethogram.games.solutions.Examples.profile;

import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.Equilibrium;
import org.junit.jupiter.api.Test;

class SelectionTest {
  /** Harsanyi & Selten 1988, section 3.9: payoff and risk point to different equilibria. */
  @Test
  void theStagPaysAndTheHareIsSafe() {
    TwoByTwo choice = TwoByTwo.of(Catalogue.named("stag-hunt")).orElseThrow();
    assertThat(choice.deviationLosses()).isEqualTo(fractions("1 4"));
    assertThat(choice.riskDominant().map(Equilibrium::profile)).contains(profile("0 1; 0 1"));
    assertThat(choice.payoffDominant().map(Equilibrium::profile)).contains(profile("1 0; 1 0"));
  }

  @Test
  void nothingIsChosenWhereNothingDiffers() {
    TwoByTwo choice = TwoByTwo.of(Catalogue.named("pure-coordination")).orElseThrow();
    assertThat(choice.riskDominant()).isEmpty();
    assertThat(choice.payoffDominant()).isEmpty();
    assertThat(TwoByTwo.of(Catalogue.named("prisoners-dilemma"))).isEmpty();
    assertThat(TwoByTwo.of(Catalogue.named("public-goods"))).isEmpty();
  }

  /** Monderer & Shapley 1996, section 1: the dilemma has a potential, largest at defection. */
  @Test
  void potentialsAreFoundWhereTheyExist() {
    Potential potential = Potential.of(Catalogue.named("prisoners-dilemma")).orElseThrow();
    assertThat(potential.values()).isEqualTo(fractions("0 2 2 3"));
    assertThat(potential.maximisers()).containsExactly(3);
    assertThat(Potential.of(Catalogue.named("matching-pennies"))).isEmpty();
    assertThat(Potential.of(Catalogue.named("bach-or-stravinsky"))).isPresent();
    assertThat(Potential.of(bimatrix("1 0; 0 1", "2 0; 0 1"))).isEmpty();
    assertThat(Potential.of(Catalogue.named("public-goods")).orElseThrow().values().getLast())
        .isEqualTo(Rational.of(3));
  }
}
