package org.ethogram.games.estimation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.ethogram.games.Game;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Player;
import org.ethogram.games.play.Seat;
import org.ethogram.games.play.Strategy;

/**
 * The decisions of observed play as a strategy sees them: how many there are of each kind. Equal
 * counts are equal evidence.
 */
record Decisions(SequencedMap<Decision, Double> counts) {
  /** Keeps the likelihood of what a strategy would never do above 0. */
  static final double LEAST_TREMBLE = 1e-6;

  /** Beyond it a strategy is better called its opposite. */
  static final double MOST_TREMBLE = 0.5;

  private static final int HALVINGS = 60;

  Decisions {
    counts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(counts));
  }

  /** What the strategy would have meant to do at the seat, round by round, in what was played. */
  static Decisions of(Strategy strategy, Seat seat, History history) {
    SequencedMap<Decision, Double> counts = new LinkedHashMap<>();
    Player player = strategy.start(seat);
    for (int round = 1; round <= history.rounds(); round++) {
      double[] intended = player.probabilities();
      counts.merge(Decision.of(intended, history.action(round, seat.number())), 1.0, Double::sum);
      player.observe(history.profile(round));
    }
    return new Decisions(counts);
  }

  /** A seat whose player is not told how long the match is. */
  static Seat untold(Game game, int seat, int rounds) {
    return new Seat(game, seat, new Horizon.Unknown(Math.max(1, rounds)));
  }

  double logLikelihood(double tremble) {
    double sum = 0;
    for (Map.Entry<Decision, Double> entry : counts.entrySet()) {
      sum += entry.getValue() * Math.log(entry.getKey().probability(tremble));
    }
    return sum;
  }

  double total() {
    return counts.values().stream().mapToDouble(count -> count).sum();
  }

  /**
   * The tremble that makes the decisions most probable. The logarithm of the likelihood is concave
   * in the tremble; where no decision is left to chance the maximum is the share of slips.
   */
  double likeliestTremble() {
    if (counts.keySet().stream().allMatch(Decision::isCertain)) {
      double slips = 0;
      for (Map.Entry<Decision, Double> entry : counts.entrySet()) {
        slips += entry.getKey().meant() == 0 ? entry.getValue() : 0;
      }
      return Math.clamp(slips / total(), LEAST_TREMBLE, MOST_TREMBLE);
    }
    double low = LEAST_TREMBLE;
    double high = MOST_TREMBLE;
    for (int halving = 0; halving < HALVINGS; halving++) {
      double middle = (low + high) / 2;
      if (slope(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private double slope(double tremble) {
    double slope = 0;
    for (Map.Entry<Decision, Double> entry : counts.entrySet()) {
      Decision decision = entry.getKey();
      slope +=
          entry.getValue()
              * (decision.slipped() - decision.meant())
              / decision.probability(tremble);
    }
    return slope;
  }
}
