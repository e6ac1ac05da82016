package org.ethogram.games.estimation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.ethogram.games.measures.Play;
import org.ethogram.games.measures.WeightedHistory;
import org.ethogram.games.play.Strategy;

/** Known strategies by how probable they make observed play. */
public final class NearestStrategies {
  private NearestStrategies() {}

  /**
   * A strategy with the tremble at which it fits best.
   *
   * @param tremble the chance of a slip in each decision, from 0.000001 to one half
   * @param logLikelihood natural, over all decisions
   * @param decisions how many were observed, by weight
   */
  public record Nearness(
      Strategy strategy, double tremble, double logLikelihood, double decisions) {
    /** The geometric mean probability of the observed actions. */
    public double probabilityPerDecision() {
      return Math.exp(logLikelihood / decisions);
    }
  }

  /**
   * Ranks the candidates, the most probable first and equally probable ones in the given order.
   * They are not told how long the matches are.
   *
   * @throws org.ethogram.core.EthogramException {@code INVALID_DATA} for a strategy that cannot
   *     play the game
   */
  public static List<Nearness> of(List<Play> plays, List<Strategy> candidates) {
    return candidates.parallelStream()
        .map(candidate -> nearness(plays, candidate))
        .filter(nearness -> nearness.decisions() > 0)
        .sorted(Comparator.comparingDouble(Nearness::logLikelihood).reversed())
        .toList();
  }

  private static Nearness nearness(List<Play> plays, Strategy candidate) {
    SequencedMap<Decision, Double> counts = new LinkedHashMap<>();
    for (Play play : plays) {
      for (WeightedHistory weighted : play.histories()) {
        var seat = Decisions.untold(play.game(), play.seat(), play.rounds());
        Decisions decisions = Decisions.of(candidate, seat, weighted.history());
        for (Map.Entry<Decision, Double> entry : decisions.counts().entrySet()) {
          counts.merge(entry.getKey(), weighted.weight() * entry.getValue(), Double::sum);
        }
      }
    }
    Decisions all = new Decisions(counts);
    double tremble = all.total() > 0 ? all.likeliestTremble() : 0;
    return new Nearness(candidate, tremble, all.logLikelihood(tremble), all.total());
  }
}
