package org.ethogram.games.tournament;

import java.util.random.RandomGenerator;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Seat;
import org.ethogram.games.strategies.DilemmaPlayer;
import org.ethogram.games.strategies.DilemmaStrategy;

/**
 * A match of two strategies of cooperation and defection that keeps counts, not its history: some
 * tens of millions of rounds a second.
 *
 * <p>It goes as {@link org.ethogram.games.play.Match} does, and depends on its seed alone.
 *
 * @param noise the chance that an executed action is the opposite of the intended one
 */
public record DilemmaMatch(
    Game game, DilemmaStrategy first, DilemmaStrategy second, Horizon horizon, double noise) {
  public DilemmaMatch {
    if (game.seats() != 2 || game.actions(0).size() != 2 || game.actions(1).size() != 2) {
      throw invalid(game, "more than two players or actions", "Choose a 2x2 game");
    }
    if (!(noise >= 0 && noise <= 1)) {
      throw invalid(game, "a noise of " + noise, "Give a number from 0 to 1");
    }
  }

  private static EthogramException invalid(Game game, String problem, String remedy) {
    return new EthogramException(
        ErrorCode.INVALID_DATA, "match of '" + game.name() + "'", problem, remedy);
  }

  /** Plays the match once. */
  public Tally play(Seed seed) {
    DilemmaPlayer one = first.begin(new Seat(game, 0, horizon));
    DilemmaPlayer other = second.begin(new Seat(game, 1, horizon));
    RandomGenerator random = seed.generator();
    Tally tally = new Tally();
    int rounds = horizon.rounds(seed);
    int last = -1;
    boolean chance = noise > 0;
    for (int round = 0; round < rounds; round++) {
      double p = one.cooperation();
      double q = other.cooperation();
      boolean x = p >= 1;
      boolean y = q >= 1;
      if (p > 0 && p < 1) {
        x = random.nextDouble() < p;
        chance = true;
      }
      if (q > 0 && q < 1) {
        y = random.nextDouble() < q;
        chance = true;
      }
      if (noise > 0) {
        x ^= random.nextDouble() < noise;
        y ^= random.nextDouble() < noise;
      }
      tally.add(last, x, y);
      last = Tally.outcome(x, y);
      one.observe(x, y);
      other.observe(y, x);
    }
    if (chance) {
      tally.sawChance();
    }
    return tally;
  }

  /** What a tally of this game is worth to a player, all rounds together. */
  static double payoff(Game game, Tally tally, int player) {
    int cooperate = game.cooperativeAction().orElse(0);
    double payoff = 0;
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 2; b++) {
        payoff += tally.count(a == cooperate, b == cooperate) * game.payoff(player, a, b);
      }
    }
    return payoff;
  }
}
