package org.ethogram.games.solutions.minimax;

import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.ExactPayoffs;

/** Games in which one player's gain is the others' loss. */
public final class ConstantSum {
  private ConstantSum() {}

  /** What all payoffs of a profile sum to, where that is the same for every profile. */
  public static Optional<Rational> of(Game game) {
    ExactPayoffs payoffs = new ExactPayoffs(game);
    Rational first = total(payoffs, 0);
    return IntStream.range(0, payoffs.profiles().size())
            .allMatch(index -> total(payoffs, index).equals(first))
        ? Optional.of(first)
        : Optional.empty();
  }

  private static Rational total(ExactPayoffs payoffs, int index) {
    return IntStream.range(0, payoffs.game().seats())
        .mapToObj(seat -> payoffs.of(seat, index))
        .reduce(Rational.ZERO, Rational::plus);
  }
}
