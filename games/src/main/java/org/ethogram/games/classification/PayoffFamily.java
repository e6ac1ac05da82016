package org.ethogram.games.classification;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ethogram.games.Game;
import org.ethogram.games.solutions.nash.PureEquilibria;

/**
 * What the pure equilibria of a strict ordinal 2x2 game are worth to the players (Bruns 2010,
 * Navigating the topology of 2x2 games). Of several equilibria the one with the highest sum of
 * ranks counts.
 */
public enum PayoffFamily {
  /** The best for both. */
  WIN_WIN,
  /** The best for one, the second best for the other. */
  BIASED,
  /** The second best for both. */
  SECOND_BEST,
  /** The best for one, the third best for the other. */
  UNFAIR,
  /**
   * The second best for one and the third best for the other, and nothing is better for both. The
   * name is ours.
   */
  THIRD_BEST,
  /**
   * Something else is better for both: the prisoner's dilemma and its asymmetric kin, the alibi
   * games (Robinson & Goforth 2004, Alibi games).
   */
  INFERIOR,
  /** No pure equilibrium. */
  CYCLIC;

  /**
   * @param strict a game without ties
   * @throws IllegalArgumentException for a game with ties
   */
  public static PayoffFamily of(OrdinalGame strict) {
    if (!strict.isStrict()) {
      throw new IllegalArgumentException("a game with ties: " + strict);
    }
    Game game = strict.game("ranks");
    List<int[]> equilibria = PureEquilibria.profiles(game);
    if (equilibria.isEmpty()) {
      return CYCLIC;
    }
    if (equilibria.stream().noneMatch(profile -> Efficiency.isEfficient(game, profile))) {
      return INFERIOR;
    }
    int[] best =
        equilibria.stream().max(Comparator.comparingDouble(game::totalPayoff)).orElseThrow();
    int higher = (int) Math.max(game.payoff(0, best), game.payoff(1, best));
    int lower = (int) Math.min(game.payoff(0, best), game.payoff(1, best));
    return switch (10 * higher + lower) {
      case 44 -> WIN_WIN;
      case 43 -> BIASED;
      case 33 -> SECOND_BEST;
      case 42 -> UNFAIR;
      case 32 -> THIRD_BEST;
      default -> throw new IllegalStateException("an equilibrium worth " + higher + ", " + lower);
    };
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
