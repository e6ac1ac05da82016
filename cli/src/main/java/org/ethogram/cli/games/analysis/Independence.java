package org.ethogram.cli.games.analysis;

import java.util.Locale;

/** What is independent of what, and keeps to one strategy: matches, or players. */
enum Independence {
  MATCH,
  PLAYER;

  String cluster(ObservedPlay observed) {
    return this == MATCH ? observed.match() : observed.player();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
