package org.ethogram.games.measures;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ethogram.core.Ratio;
import org.ethogram.games.Game;
import org.ethogram.games.play.History;

/** What the play is worth to the players. */
public final class Welfare {
  private Welfare() {}

  /** The subject's payoff a round. */
  public static Ratio payoff(Play play) {
    return perRound(play, (game, profile) -> game.payoff(play.seat(), profile), 1);
  }

  /**
   * (total payoff - worst) / (best - worst). Best and worst are over symmetric profiles where the
   * game has a cooperative action, so that universal cooperation is 1 and values above it are
   * possible; over all profiles elsewhere. Undefined where best and worst are equal.
   */
  public static Ratio efficiency(Play play) {
    Game game = play.game();
    double[] totals =
        game.cooperativeAction().isPresent()
            ? IntStream.range(0, game.actions(0).size())
                .mapToDouble(game::totalWhenAllChoose)
                .toArray()
            : game.profiles().stream().mapToDouble(game::totalPayoff).toArray();
    double best = DoubleStream.of(totals).max().orElseThrow();
    double worst = DoubleStream.of(totals).min().orElseThrow();
    return best == worst
        ? Ratio.UNDEFINED
        : perRound(play, (of, profile) -> of.totalPayoff(profile) - worst, best - worst);
  }

  /**
   * The Gini coefficient of the players' total payoffs, averaged over matches: 0 when all have the
   * same, (n - 1) / n when one has all (Gini 1912). Matches with a negative payoff or a sum of 0
   * have none and are left out.
   */
  public static Ratio inequality(Play play) {
    double inequality = 0;
    double matches = 0;
    for (WeightedHistory weighted : play.histories()) {
      double[] payoffs = payoffs(play.game(), weighted.history());
      double sum = DoubleStream.of(payoffs).sum();
      if (sum > 0 && DoubleStream.of(payoffs).allMatch(payoff -> payoff >= 0)) {
        double differences = 0;
        for (double one : payoffs) {
          for (double other : payoffs) {
            differences += Math.abs(one - other);
          }
        }
        inequality += weighted.weight() * differences / (2 * payoffs.length * sum);
        matches += weighted.weight();
      }
    }
    return new Ratio(inequality, matches);
  }

  /**
   * What the subject would have gained a round by the best single action throughout, the others'
   * actions being what they were (Hannan 1957); below 0 where variety paid.
   */
  public static Ratio regret(Play play) {
    double regret = 0;
    double rounds = 0;
    for (WeightedHistory weighted : play.histories()) {
      History history = weighted.history();
      double best = Double.NEGATIVE_INFINITY;
      for (int action = 0; action < play.game().actions(play.seat()).size(); action++) {
        best = Math.max(best, payoffOfAlways(play, history, action));
      }
      if (history.rounds() > 0) {
        double gained = payoffs(play.game(), history)[play.seat()];
        regret += weighted.weight() * (best - gained);
        rounds += weighted.weight() * history.rounds();
      }
    }
    return new Ratio(regret, rounds);
  }

  private static double payoffOfAlways(Play play, History history, int action) {
    double payoff = 0;
    for (int round = 1; round <= history.rounds(); round++) {
      int[] profile = history.profile(round);
      profile[play.seat()] = action;
      payoff += play.game().payoff(play.seat(), profile);
    }
    return payoff;
  }

  private static double[] payoffs(Game game, History history) {
    double[] payoffs = new double[game.seats()];
    for (int round = 1; round <= history.rounds(); round++) {
      int[] profile = history.profile(round);
      for (int seat = 0; seat < payoffs.length; seat++) {
        payoffs[seat] += game.payoff(seat, profile);
      }
    }
    return payoffs;
  }

  @FunctionalInterface
  private interface Worth {
    double of(Game game, int[] profile);
  }

  private static Ratio perRound(Play play, Worth worth, double unit) {
    double sum = 0;
    double rounds = 0;
    for (WeightedHistory weighted : play.histories()) {
      History history = weighted.history();
      for (int round = 1; round <= history.rounds(); round++) {
        sum += weighted.weight() * worth.of(play.game(), history.profile(round));
      }
      rounds += weighted.weight() * history.rounds();
    }
    return new Ratio(sum, rounds * unit);
  }
}
