package org.ethogram.organisms.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ethogram.core.Seed;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Seat;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.play.TremblingHand;
import org.ethogram.games.strategies.Strategies;
import org.junit.jupiter.api.Test;

class PopulationTest {
  private static final Strategy ALWAYS_COOPERATE = trembling("always cooperate");
  private static final Population HALVES =
      new Population(
          "halves",
          List.of(
              new Temperament(ALWAYS_COOPERATE, 0.5),
              new Temperament(trembling("always defect"), 0.5)));
  private static final Seat SEAT =
      new Seat(Catalogue.named("prisoners-dilemma"), 0, new Horizon.Unknown(4));

  @Test
  void predictsTheMeanOfTheMembersWeightedByWhatTheSeatHasDone() {
    History start = History.start(2);
    assertThat(HALVES.probabilities(SEAT, start)[0]).isCloseTo(0.5, within(1e-12));
    // After one own cooperation the weights are 0.95 and 0.05 whatever the other did.
    double expected = 0.95 * 0.95 + 0.05 * 0.05;
    assertThat(HALVES.probabilities(SEAT, start.with(0, 0))[0]).isCloseTo(expected, within(1e-12));
    assertThat(HALVES.probabilities(SEAT, start.with(0, 1))[0]).isCloseTo(expected, within(1e-12));
    // One of each: back to one half.
    assertThat(HALVES.probabilities(SEAT, start.with(0, 1).with(1, 1))[0])
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void drawsMembersByTheirShare() {
    Population population =
        new Population(
            "mostly cooperative",
            List.of(
                new Temperament(ALWAYS_COOPERATE, 0.8),
                new Temperament(trembling("always defect"), 0.2)));
    var random = new Seed(5).generator();
    int draws = 10_000;
    int cooperators = 0;
    for (int draw = 0; draw < draws; draw++) {
      cooperators += population.draw(random).equals(ALWAYS_COOPERATE) ? 1 : 0;
    }
    // Four standard errors of 0.004.
    assertThat(cooperators / (double) draws).isCloseTo(0.8, within(0.016));
  }

  @Test
  void sharesThatDoNotSumToOneAreRefused() {
    assertThatThrownBy(
            () -> new Population("half", List.of(new Temperament(ALWAYS_COOPERATE, 0.5))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.5");
  }

  private static Strategy trembling(String name) {
    return new TremblingHand(Strategies.named(name), 0.05);
  }
}
