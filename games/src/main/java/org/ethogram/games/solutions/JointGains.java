package org.ethogram.games.solutions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;

/** What a player gains by replacing actions under a joint distribution over profiles. */
public final class JointGains {
  private JointGains() {}

  /**
   * @param distribution one probability a profile
   * @return from each action of the seat, to each: the gain of playing the second whenever the
   *     first was drawn, weighted by how often that is
   */
  public static List<List<Rational>> of(
      ExactPayoffs payoffs, int seat, List<Rational> distribution) {
    int actions = payoffs.game().actions(seat).size();
    List<List<Rational>> gains = new ArrayList<>();
    for (int from = 0; from < actions; from++) {
      List<Rational> row = new ArrayList<>();
      for (int to = 0; to < actions; to++) {
        row.add(Rational.product(coefficients(payoffs, seat, from, to), distribution));
      }
      gains.add(row);
    }
    return gains;
  }

  /** The gain of each profile by which {@link #of} is linear in the distribution. */
  public static List<Rational> coefficients(ExactPayoffs payoffs, int seat, int from, int to) {
    List<Rational> coefficients =
        new ArrayList<>(Collections.nCopies(payoffs.profiles().size(), Rational.ZERO));
    int stride = stride(payoffs.game(), seat);
    for (int index = 0; index < coefficients.size(); index++) {
      if (payoffs.profiles().get(index)[seat] == from) {
        int other = index + (to - from) * stride;
        coefficients.set(index, payoffs.of(seat, other).minus(payoffs.of(seat, index)));
      }
    }
    return coefficients;
  }

  /** How far apart two profiles stand that differ by one in the action of the seat. */
  private static int stride(Game game, int seat) {
    int stride = 1;
    for (int later = seat + 1; later < game.seats(); later++) {
      stride *= game.actions(later).size();
    }
    return stride;
  }
}
