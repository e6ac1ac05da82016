package org.ethogram.games.play;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;

/**
 * A game between strategies, one a seat, over many rounds.
 *
 * <p>The history depends on the match and the seed alone: each seat draws from a stream of its own.
 */
public record Match(Game game, List<Strategy> strategies, Horizon horizon) {
  public Match {
    strategies = List.copyOf(strategies);
    if (strategies.size() != game.seats()) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "match of '" + game.name() + "'",
          strategies.size() + " players for " + game.seats() + " seats",
          "Give one player a seat");
    }
  }

  /** Plays the match once. */
  public History play(Seed seed) {
    List<Player> players = new ArrayList<>();
    List<RandomGenerator> generators = new ArrayList<>();
    for (int seat = 0; seat < game.seats(); seat++) {
      players.add(strategies.get(seat).start(new Seat(game, seat, horizon)));
      generators.add(seed.derive("seat", seat).generator());
    }
    int rounds = horizon.rounds(seed);
    Recorder recorder = new Recorder(game.seats(), rounds);
    for (int round = 0; round < rounds; round++) {
      int[] profile = new int[game.seats()];
      for (int seat = 0; seat < profile.length; seat++) {
        profile[seat] = players.get(seat).choose(generators.get(seat));
      }
      players.forEach(player -> player.observe(profile));
      recorder.add(profile);
    }
    return recorder.history();
  }
}
