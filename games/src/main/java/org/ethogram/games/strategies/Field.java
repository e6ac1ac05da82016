package org.ethogram.games.strategies;

import java.util.List;
import org.ethogram.games.play.Strategy;

/**
 * Strategies that stand together, such as the entrants of a tournament.
 *
 * @param name by which {@link Fields#named} finds it
 * @param source what brings its members together, or where they were
 * @param members the standard names, in published order where there is one
 */
public record Field(String name, String source, List<String> members) {
  public Field {
    members = List.copyOf(members);
  }

  /** The members, ready to play, in order. */
  public List<Strategy> strategies() {
    return members.stream().map(Strategies::named).toList();
  }
}
