package org.ethogram.games.classification;

import java.util.stream.IntStream;
import org.ethogram.games.Game;

/** Whether something else would be better for some and worse for nobody (Pareto 1906). */
public final class Efficiency {
  private Efficiency() {}

  /** Whether no other profile is as good for everybody and better for somebody. */
  public static boolean isEfficient(Game game, int... profile) {
    return game.profiles().stream().noneMatch(other -> dominates(game, other, profile));
  }

  private static boolean dominates(Game game, int[] better, int[] worse) {
    boolean harmsNobody =
        IntStream.range(0, game.seats())
            .allMatch(seat -> game.payoff(seat, better) >= game.payoff(seat, worse));
    return harmsNobody
        && IntStream.range(0, game.seats())
            .anyMatch(seat -> game.payoff(seat, better) > game.payoff(seat, worse));
  }
}
