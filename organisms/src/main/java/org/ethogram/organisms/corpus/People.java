package org.ethogram.organisms.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ethogram.games.Game;
import org.ethogram.games.play.TremblingHand;
import org.ethogram.games.strategies.Strategies;

/**
 * Who plays in the corpus.
 *
 * <p>Where a game has a cooperative action everybody is of one population. Where it has none, as
 * Bach or Stravinsky, what a player does depends on which meeting point is its favourite.
 */
public final class People {
  /** How often an executed action is not the one intended. */
  public static final double TREMBLE = 0.05;

  /** Those who play games with a cooperative action. */
  public static final Population DILEMMA =
      population(
          "people",
          Map.of(
              "always-cooperate", 0.10,
              "always-defect", 0.15,
              "tit-for-tat", 0.30,
              "grim-trigger", 0.15,
              "win-stay-lose-shift", 0.15,
              "generous-tit-for-tat(0.3)", 0.10,
              "random", 0.05));

  /** Those who play where the first action is their own favourite, and the second the other's. */
  private static final Population FIRST_IS_FAVOURITE =
      population(
          "people who would rather have the first",
          Map.of(
              "always-cooperate", 0.40,
              "always-defect", 0.15,
              "cycle:CD", 0.15,
              "tit-for-tat", 0.20,
              "random", 0.10));

  /** Those who play where the second action is their own favourite. */
  private static final Population SECOND_IS_FAVOURITE =
      population(
          "people who would rather have the second",
          Map.of(
              "always-defect", 0.40,
              "always-cooperate", 0.15,
              "cycle:DC", 0.15,
              "suspicious-tit-for-tat", 0.20,
              "random", 0.10));

  private People() {}

  /** The population from which the player of a seat is drawn; games have two actions a seat. */
  public static Population of(Game game, int seat) {
    if (game.cooperativeAction().isPresent()) {
      return DILEMMA;
    }
    int[] first = new int[game.seats()];
    int[] second = new int[game.seats()];
    Arrays.fill(second, 1);
    return game.payoff(seat, first) >= game.payoff(seat, second)
        ? FIRST_IS_FAVOURITE
        : SECOND_IS_FAVOURITE;
  }

  private static Population population(String name, Map<String, Double> shares) {
    List<Temperament> temperaments = new ArrayList<>();
    shares.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            share ->
                temperaments.add(
                    new Temperament(
                        new TremblingHand(Strategies.named(share.getKey()), TREMBLE),
                        share.getValue())));
    return new Population(name, temperaments);
  }
}
