package org.ethogram.games.solutions.nash;

import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.Equilibrium;
import org.ethogram.games.solutions.ExactPayoffs;
import org.ethogram.games.solutions.MixedProfile;

/** Which actions are best against a mixture. */
final class BestResponses {
  private BestResponses() {}

  /** Whether some seat has more best responses at an equilibrium than the other plays actions. */
  static boolean exceedSupport(Game game, Equilibrium equilibrium) {
    MixedProfile profile = equilibrium.profile();
    ExactPayoffs payoffs = new ExactPayoffs(game);
    return IntStream.range(0, 2)
        .anyMatch(
            seat -> count(payoffs.ofActions(seat, profile)) > profile.support(1 - seat).size());
  }

  private static long count(List<Rational> worth) {
    Rational best = worth.stream().reduce(Rational::max).orElseThrow();
    return worth.stream().filter(best::equals).count();
  }
}
