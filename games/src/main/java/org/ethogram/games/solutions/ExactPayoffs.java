package org.ethogram.games.solutions;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;

/** The payoffs of a game as the fractions that their decimals say, and expectations over them. */
public final class ExactPayoffs {
  private final Game game;
  private final List<int[]> profiles;
  private final Rational[][] payoffs;

  public ExactPayoffs(Game game) {
    this.game = game;
    this.profiles = game.profiles();
    this.payoffs =
        IntStream.range(0, game.seats())
            .mapToObj(
                seat ->
                    profiles.stream()
                        .map(profile -> Rational.of(game.payoff(seat, profile)))
                        .toArray(Rational[]::new))
            .toArray(Rational[][]::new);
  }

  public Game game() {
    return game;
  }

  /** All profiles, the last seat's action running fastest. */
  public List<int[]> profiles() {
    return profiles;
  }

  /** The payoff of the profile that has this place among {@link #profiles()}. */
  public Rational of(int seat, int profile) {
    return payoffs[seat][profile];
  }

  /** What each action of the seat brings against the mixtures of the others. */
  public List<Rational> ofActions(int seat, MixedProfile mixed) {
    Rational[] sums = new Rational[game.actions(seat).size()];
    Arrays.fill(sums, Rational.ZERO);
    for (int index = 0; index < profiles.size(); index++) {
      int[] profile = profiles.get(index);
      Rational chance = chance(profile, mixed, seat);
      if (!chance.isZero()) {
        int action = profile[seat];
        sums[action] = sums[action].plus(chance.times(payoffs[seat][index]));
      }
    }
    return Collections.unmodifiableList(Arrays.asList(sums));
  }

  /** What the mixed profile is worth to the seat. */
  public Rational expected(int seat, MixedProfile mixed) {
    return Rational.product(ofActions(seat, mixed), mixed.strategy(seat));
  }

  public List<Rational> expected(MixedProfile mixed) {
    return IntStream.range(0, game.seats()).mapToObj(seat -> expected(seat, mixed)).toList();
  }

  private static Rational chance(int[] profile, MixedProfile mixed, int except) {
    Rational chance = Rational.ONE;
    for (int seat = 0; seat < profile.length && !chance.isZero(); seat++) {
      if (seat != except) {
        chance = chance.times(mixed.strategy(seat).get(profile[seat]));
      }
    }
    return chance;
  }
}
