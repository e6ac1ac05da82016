package org.ethogram.games.solutions.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.ExactPayoffs;

/**
 * An exact potential: one number a profile that changes with every player's own choice as that
 * player's payoff does (Monderer & Shapley 1996, Potential games). Where it is largest is a pure
 * equilibrium.
 *
 * @param values in the order of {@link Game#profiles()}; 0 for the first profile
 */
public record Potential(List<Rational> values) {
  public Potential {
    values = List.copyOf(values);
  }

  /** The potential, which is the only one that begins with 0; empty where there is none. */
  public static Optional<Potential> of(Game game) {
    ExactPayoffs payoffs = new ExactPayoffs(game);
    List<Rational> values = new ArrayList<>();
    for (int index = 0; index < payoffs.profiles().size(); index++) {
      values.add(along(payoffs, index, values));
    }
    return holds(payoffs, values) ? Optional.of(new Potential(values)) : Optional.empty();
  }

  /** The profiles at which the potential is largest. */
  public List<Integer> maximisers() {
    Rational most = values.stream().reduce(Rational::max).orElseThrow();
    List<Integer> maximisers = new ArrayList<>();
    for (int index = 0; index < values.size(); index++) {
      if (values.get(index).equals(most)) {
        maximisers.add(index);
      }
    }
    return maximisers;
  }

  /** The value that the step from an earlier profile gives, which differs for one seat only. */
  private static Rational along(ExactPayoffs payoffs, int index, List<Rational> values) {
    int[] profile = payoffs.profiles().get(index);
    int stride = 1;
    for (int seat = profile.length - 1; seat >= 0; seat--) {
      if (profile[seat] > 0) {
        int before = index - profile[seat] * stride;
        return values.get(before).plus(payoffs.of(seat, index)).minus(payoffs.of(seat, before));
      }
      stride *= payoffs.game().actions(seat).size();
    }
    return Rational.ZERO;
  }

  private static boolean holds(ExactPayoffs payoffs, List<Rational> values) {
    int stride = 1;
    for (int seat = payoffs.game().seats() - 1; seat >= 0; seat--) {
      for (int index = 0; index < values.size(); index++) {
        if (payoffs.profiles().get(index)[seat] > 0) {
          int before = index - stride;
          Rational gain = payoffs.of(seat, index).minus(payoffs.of(seat, before));
          if (!values.get(index).minus(values.get(before)).equals(gain)) {
            return false;
          }
        }
      }
      stride *= payoffs.game().actions(seat).size();
    }
    return true;
  }
}
