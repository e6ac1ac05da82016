package org.ethogram.games.solutions;

import java.util.List;
import org.ethogram.games.linear.Rational;

/**
 * A profile from which nobody gains, or nearly so, by leaving alone.
 *
 * @param profile what everybody plays
 * @param payoffs what it is worth to each, exactly
 * @param regret the largest gain by leaving, computed exactly; 0 where the profile is an
 *     equilibrium without rounding
 */
public record Equilibrium(MixedProfile profile, List<Rational> payoffs, Rational regret) {
  public Equilibrium {
    payoffs = List.copyOf(payoffs);
  }

  public static Equilibrium of(ExactPayoffs payoffs, MixedProfile profile) {
    return new Equilibrium(
        profile, payoffs.expected(profile), Regret.of(payoffs, profile).epsilon());
  }

  /** Whether nobody gains anything at all. */
  public boolean isExact() {
    return regret.isZero();
  }

  public boolean isPure() {
    return profile.isPure();
  }
}
