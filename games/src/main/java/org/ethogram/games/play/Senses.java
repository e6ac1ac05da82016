package org.ethogram.games.play;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;

/** What the players of one match see of it, each drawing its mistakes from a stream of its own. */
final class Senses {
  private final Game game;
  private final Misperception misperception;
  private final List<RandomGenerator> mistakes = new ArrayList<>();

  Senses(Game game, Misperception misperception, Seed seed) {
    this.game = game;
    this.misperception = misperception;
    if (misperception.error() > 0) {
      for (int seat = 0; seat < game.seats(); seat++) {
        mistakes.add(seed.derive("perception", seat).generator());
      }
    }
  }

  int[] seenBy(int seat, int[] executed) {
    return mistakes.isEmpty()
        ? executed
        : misperception.seen(game, seat, executed, mistakes.get(seat));
  }
}
