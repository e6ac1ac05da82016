package org.ethogram.games.solutions.nash;

import java.util.List;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.Equilibrium;
import org.ethogram.games.solutions.ExactPayoffs;
import org.ethogram.games.solutions.MixedProfile;

/** The equilibria in which nobody mixes, in games of any number of players. */
public final class PureEquilibria {
  private PureEquilibria() {}

  /** All of them, by looking at every profile (Nash 1951). */
  public static List<Equilibrium> of(Game game) {
    ExactPayoffs payoffs = new ExactPayoffs(game);
    return profiles(game).stream()
        .map(
            profile -> {
              MixedProfile pure = MixedProfile.pure(game, profile);
              return new Equilibrium(pure, payoffs.expected(pure), Rational.ZERO);
            })
        .toList();
  }

  /** The same as profiles of action indices. */
  public static List<int[]> profiles(Game game) {
    return game.profiles().stream().filter(profile -> isEquilibrium(game, profile)).toList();
  }

  private static boolean isEquilibrium(Game game, int[] profile) {
    for (int seat = 0; seat < game.seats(); seat++) {
      double payoff = game.payoff(seat, profile);
      int[] other = profile.clone();
      for (int action = 0; action < game.actions(seat).size(); action++) {
        other[seat] = action;
        if (game.payoff(seat, other) > payoff) {
          return false;
        }
      }
    }
    return true;
  }
}
