package org.ethogram.cli.games.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Seat;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.Strategies;
import org.ethogram.games.strategies.StrategyCard;

/** The strategies with a name that need no parameters and can play the games that were played. */
final class Candidates {
  private Candidates() {}

  static List<Strategy> of(List<ObservedPlay> observed) {
    Map<Game, Seat> seats = new LinkedHashMap<>();
    observed.forEach(
        one ->
            seats.computeIfAbsent(
                one.play().game(),
                game -> new Seat(game, one.play().seat(), new Horizon.Unknown(1))));
    List<Strategy> candidates = new ArrayList<>();
    for (StrategyCard card : Strategies.cards()) {
      try {
        Strategy strategy = Strategies.named(card.name());
        seats.values().forEach(strategy::start);
        candidates.add(strategy);
      } catch (EthogramException needsMore) {
        // Parameters, or payoffs that one of the games does not have.
      }
    }
    return candidates;
  }
}
