package org.ethogram.cli.games.analysis;

import java.util.List;
import org.ethogram.games.Game;
import org.ethogram.games.longrun.Automaton;
import org.ethogram.games.longrun.Encounter;
import org.ethogram.games.longrun.Frequencies;
import org.ethogram.games.longrun.LongRun;

/**
 * What two strategies make of each other.
 *
 * @param endings where play ends without a discount; empty with one
 */
record Meeting(
    Automaton subject,
    Automaton other,
    Game game,
    double noise,
    double discount,
    Frequencies frequencies,
    List<LongRun.Ending> endings) {
  Meeting {
    endings = List.copyOf(endings);
  }

  Meeting(Automaton subject, Automaton other, Game game, double noise, double discount) {
    Encounter encounter = new Encounter(subject, other, noise);
    LongRun longRun = encounter.longRun();
    this(
        subject,
        other,
        game,
        noise,
        discount,
        discount == 1 ? longRun.frequencies() : encounter.discounted(discount),
        discount == 1 ? longRun.endings() : List.of());
  }

  boolean isSelfPlay() {
    return subject.name().equals(other.name());
  }

  double payoff() {
    return frequencies.payoff(game, 0);
  }

  double otherPayoff() {
    return frequencies.payoff(game, 1);
  }
}
