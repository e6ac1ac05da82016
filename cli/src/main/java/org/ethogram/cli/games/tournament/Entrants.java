package org.ethogram.cli.games.tournament;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ethogram.cli.games.options.DilemmaStrategies;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.ethogram.games.strategies.Field;
import org.ethogram.games.strategies.Fields;
import org.ethogram.games.strategies.Strategies;
import org.ethogram.games.strategies.StrategyCard;

/**
 * Who plays in a tournament.
 *
 * @param names one for each strategy; copies of one strategy are numbered
 */
record Entrants(List<String> names, List<DilemmaStrategy> strategies) {
  /**
   * @param text strategies and fields, by name, parted by commas
   * @throws EthogramException {@code INVALID_DATA} for a name that is neither
   */
  static Entrants read(String text) {
    List<DilemmaStrategy> players =
        list(Fields.expanded(text)).stream().map(DilemmaStrategies::dilemma).toList();
    return new Entrants(numbered(players.stream().map(Strategy::name).toList()), players);
  }

  private static List<Strategy> list(String text) {
    try {
      return Strategies.list(text);
    } catch (EthogramException e) {
      if (text.isBlank() || text.matches(".*[,(:].*")) {
        throw e;
      }
      List<String> fields = Fields.all().stream().map(Field::name).toList();
      List<String> known =
          Stream.concat(fields.stream(), Strategies.cards().stream().map(StrategyCard::name))
              .toList();
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "players '" + text + "'",
          "no field and no strategy of this name",
          Suggestion.nearest(text, known)
              .map(nearest -> "Did you mean '" + nearest + "'")
              .orElse(
                  "Give one of "
                      + String.join(", ", fields)
                      + ", or strategies such as tit-for-tat,cycle:CCD"),
          e);
    }
  }

  private static List<String> numbered(List<String> names) {
    Map<String, Integer> copies = new HashMap<>();
    List<String> numbered = new ArrayList<>();
    for (String name : names) {
      int copy = copies.merge(name, 1, Integer::sum);
      numbered.add(copy == 1 ? name : name + " #" + copy);
    }
    return numbered;
  }
}
