package org.ethogram.games.solutions;

import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;

/**
 * What each player could have gained by playing otherwise while the others played as they did.
 *
 * @param external by the best single action all along (Hannan 1957), one number a seat
 * @param internal by the best replacement of one action by another (Foster & Vohra 1999)
 * @param swap by the best replacement of every action by another (Blum & Mansour 2007)
 */
public record Regret(List<Rational> external, List<Rational> internal, List<Rational> swap) {
  public Regret {
    external = List.copyOf(external);
    internal = List.copyOf(internal);
    swap = List.copyOf(swap);
  }

  /**
   * Of a mixed profile. Its external regret is 0 for everybody exactly in Nash equilibria; the
   * largest one is the epsilon of which the profile is an epsilon-equilibrium (Radner 1980).
   */
  public static Regret of(Game game, MixedProfile mixed) {
    mixed.requireOf(game);
    return of(new ExactPayoffs(game), mixed);
  }

  static Regret of(ExactPayoffs payoffs, MixedProfile mixed) {
    List<List<List<Rational>>> gains =
        IntStream.range(0, payoffs.game().seats())
            .mapToObj(seat -> gains(payoffs.ofActions(seat, mixed), mixed.strategy(seat)))
            .toList();
    return of(gains);
  }

  /**
   * Of a joint distribution, such as the frequencies of a played history: the mean gain a round.
   * External regret is 0 at most for everybody exactly in coarse correlated equilibria, swap regret
   * in correlated ones.
   *
   * @param frequencies one a profile of the game, in the order of {@link Game#profiles()}
   */
  public static Regret of(Game game, List<Rational> frequencies) {
    ExactPayoffs payoffs = new ExactPayoffs(game);
    List<List<List<Rational>>> gains =
        IntStream.range(0, game.seats())
            .mapToObj(seat -> JointGains.of(payoffs, seat, frequencies))
            .toList();
    return of(gains);
  }

  /** The largest external regret of any player. */
  public Rational epsilon() {
    return external.stream().reduce(Rational::max).orElseThrow();
  }

  /** The gains of a strategy: probability of each action times its distance to each other. */
  private static List<List<Rational>> gains(List<Rational> worth, List<Rational> strategy) {
    return IntStream.range(0, worth.size())
        .mapToObj(
            from ->
                worth.stream()
                    .map(to -> strategy.get(from).times(to.minus(worth.get(from))))
                    .toList())
        .toList();
  }

  /**
   * @param gains for each seat, from each action, to each action
   */
  private static Regret of(List<List<List<Rational>>> gains) {
    return new Regret(
        gains.stream().map(Regret::external).toList(),
        gains.stream().map(Regret::internal).toList(),
        gains.stream().map(Regret::swap).toList());
  }

  private static Rational external(List<List<Rational>> gains) {
    return IntStream.range(0, gains.size())
        .mapToObj(
            to -> gains.stream().map(from -> from.get(to)).reduce(Rational.ZERO, Rational::plus))
        .reduce(Rational::max)
        .orElseThrow();
  }

  private static Rational internal(List<List<Rational>> gains) {
    return gains.stream().map(Regret::largest).reduce(Rational::max).orElseThrow();
  }

  private static Rational swap(List<List<Rational>> gains) {
    return gains.stream().map(Regret::largest).reduce(Rational.ZERO, Rational::plus);
  }

  private static Rational largest(List<Rational> gains) {
    return gains.stream().reduce(Rational::max).orElseThrow();
  }
}
