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
 * <p>The history depends on the match and the seed alone: each seat draws its choices from a stream
 * of its own, and its mistakes of perception from another.
 */
public record Match(
    Game game, List<Strategy> strategies, Horizon horizon, Misperception misperception) {
  public Match {
    strategies = List.copyOf(strategies);
    if (strategies.size() != game.seats()) {
      throw invalid(
          game,
          strategies.size() + " players for " + game.seats() + " seats",
          "Give one player a seat");
    }
    for (int seat = 0; seat < game.seats(); seat++) {
      if (game.actions(seat).size() > Byte.MAX_VALUE) {
        throw invalid(
            game,
            game.actions(seat).size() + " actions of seat " + (seat + 1),
            "Give at most " + Byte.MAX_VALUE);
      }
    }
  }

  /** A match in which everybody sees everything as it was. */
  public Match(Game game, List<Strategy> strategies, Horizon horizon) {
    this(game, strategies, horizon, Misperception.NONE);
  }

  /** Plays the match once. */
  public History play(Seed seed) {
    int seats = game.seats();
    List<Player> players = new ArrayList<>();
    List<RandomGenerator> choices = new ArrayList<>();
    for (int seat = 0; seat < seats; seat++) {
      players.add(strategies.get(seat).start(new Seat(game, seat, horizon)));
      choices.add(seed.derive("seat", seat).generator());
    }
    Senses senses = new Senses(game, misperception, seed);
    int rounds = horizon.rounds(seed);
    Recorder recorder = new Recorder(seats, rounds);
    for (int round = 0; round < rounds; round++) {
      int[] profile = new int[seats];
      for (int seat = 0; seat < seats; seat++) {
        profile[seat] = players.get(seat).choose(choices.get(seat));
      }
      for (int seat = 0; seat < seats; seat++) {
        players.get(seat).observe(senses.seenBy(seat, profile));
      }
      recorder.add(profile);
    }
    return recorder.history();
  }

  private static EthogramException invalid(Game game, String problem, String remedy) {
    return new EthogramException(
        ErrorCode.INVALID_DATA, "match of '" + game.name() + "'", problem, remedy);
  }
}
