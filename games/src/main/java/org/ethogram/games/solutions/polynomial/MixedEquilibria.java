package org.ethogram.games.solutions.polynomial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.Equilibrium;
import org.ethogram.games.solutions.ExactPayoffs;
import org.ethogram.games.solutions.MixedProfile;
import org.ethogram.games.solutions.dominance.IteratedDominance;
import org.ethogram.games.solutions.dominance.IteratedDominance.Strength;
import org.ethogram.games.solutions.nash.PureEquilibria;

/**
 * The Nash equilibria of a small game of any number of players.
 *
 * <p>Pure ones by looking at every profile. Mixed ones by solving, for every support that dominance
 * leaves (Porter, Nudelman & Shoham 2008), the polynomial equations of indifference by homotopy
 * (Datta 2010, Finding all Nash equilibria of a finite game using polynomial algebra), which finds
 * irrational solutions as well. A solution is an equilibrium without rounding where fractions near
 * it are; else its regret, computed exactly, says how good it is.
 *
 * @param equilibria pure ones first
 * @param regular whether every path of every support ended at a regular solution and no equilibrium
 *     has a tie beyond its support; then all equilibria were found as far as floating point and the
 *     random homotopy tell, with probability one but without proof. Where not, connected sets of
 *     equilibria, or single ones, may be missing
 * @param supports how many supports were tried
 * @param paths how many paths were followed
 */
public record MixedEquilibria(
    List<Equilibrium> equilibria, boolean regular, int supports, int paths) {
  private static final double MOST_SUPPORTS = 5_000;
  private static final double TIE = 1e-9;

  public MixedEquilibria {
    equilibria = List.copyOf(equilibria);
  }

  /**
   * @param seed of the random homotopies; another one must not change the equilibria
   * @throws EthogramException {@code INVALID_DATA} for a game with more than 5,000 combinations of
   *     supports after dominated actions are removed
   */
  public static MixedEquilibria of(Game game, Seed seed) {
    List<List<Integer>> left = IteratedDominance.of(game, Strength.STRICT).left();
    double combinations =
        left.stream()
            .mapToDouble(actions -> Math.pow(2, actions.size()) - 1)
            .reduce(1, (a, b) -> a * b);
    if (combinations > MOST_SUPPORTS) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "game '" + game.name() + "'",
          "about %.2g combinations of supports; all are tried up to %,.0f"
              .formatted(combinations, MOST_SUPPORTS),
          "Choose pure equilibria, dominance, correlated equilibria or the quantal response path");
    }
    Search search = new Search(game, left, seed);
    search.everySupport(new ArrayList<>());
    return search.result();
  }

  /** One pass over all supports. */
  private static final class Search {
    private final Game game;
    private final ExactPayoffs payoffs;
    private final List<List<Integer>> left;
    private final Seed seed;
    private final List<Equilibrium> equilibria;
    private boolean regular = true;
    private int supports;
    private int paths;

    private Search(Game game, List<List<Integer>> left, Seed seed) {
      this.game = game;
      this.payoffs = new ExactPayoffs(game);
      this.left = left;
      this.seed = seed;
      this.equilibria = new ArrayList<>(PureEquilibria.of(game));
    }

    private MixedEquilibria result() {
      boolean ties = equilibria.stream().anyMatch(this::hasTie);
      return new MixedEquilibria(equilibria, regular && !ties, supports, paths);
    }

    private void everySupport(List<int[]> chosen) {
      if (chosen.size() == left.size()) {
        if (chosen.stream().anyMatch(support -> support.length > 1)
            && !new ConditionalDominance(game, left).removes(chosen)) {
          solve(List.copyOf(chosen));
        }
        return;
      }
      List<Integer> actions = left.get(chosen.size());
      for (int bits = 1; bits < 1 << actions.size(); bits++) {
        int set = bits;
        chosen.add(
            IntStream.range(0, actions.size())
                .filter(place -> (set >> place & 1) == 1)
                .map(actions::get)
                .toArray());
        everySupport(chosen);
        chosen.removeLast();
      }
    }

    private void solve(List<int[]> chosen) {
      SupportSolutions solutions =
          SupportSolutions.of(game, chosen, seed.derive("support", supports));
      supports++;
      paths += solutions.paths();
      regular &= solutions.isolated();
      for (double[][] solution : solutions.profiles()) {
        equilibrium(chosen, solution).ifPresent(equilibria::add);
      }
    }

    /** The solution as an equilibrium, where nobody gains by an action outside the support. */
    private Optional<Equilibrium> equilibrium(List<int[]> chosen, double[][] solution) {
      double[][] numbers = new double[game.seats()][];
      for (int seat = 0; seat < numbers.length; seat++) {
        numbers[seat] = new double[game.actions(seat).size()];
        for (int place = 0; place < solution[seat].length; place++) {
          numbers[seat][chosen.get(seat)[place]] = solution[seat][place];
        }
      }
      MixedProfile simple =
          new MixedProfile(
              Arrays.stream(numbers)
                  .map(
                      seat ->
                          Arrays.stream(seat).mapToObj(x -> SimpleFraction.near(x, 1e-11)).toList())
                  .toList());
      if (simple.strategies().stream().allMatch(Search::sumsToOne)) {
        Equilibrium exact = Equilibrium.of(payoffs, simple);
        if (exact.isExact()) {
          return Optional.of(exact);
        }
      }
      return Optional.of(Equilibrium.of(payoffs, MixedProfile.near(numbers)))
          .filter(one -> one.regret().toDouble() <= TIE * range());
    }

    private static boolean sumsToOne(List<Rational> strategy) {
      return strategy.stream().reduce(Rational.ZERO, Rational::plus).equals(Rational.ONE);
    }

    /** Whether an action that is not played would do as well. */
    private boolean hasTie(Equilibrium equilibrium) {
      return IntStream.range(0, game.seats())
          .anyMatch(
              seat -> {
                List<Rational> worth = payoffs.ofActions(seat, equilibrium.profile());
                double expected = equilibrium.payoffs().get(seat).toDouble();
                List<Integer> support = equilibrium.profile().support(seat);
                return IntStream.range(0, worth.size())
                    .filter(action -> !support.contains(action))
                    .anyMatch(
                        action ->
                            Math.abs(worth.get(action).toDouble() - expected) <= TIE * range());
              });
    }

    /** The largest distance between two payoffs of a seat; 1 where all are equal. */
    private double range() {
      double largest = 0;
      for (int seat = 0; seat < game.seats(); seat++) {
        int of = seat;
        double low = game.profiles().stream().mapToDouble(p -> game.payoff(of, p)).min().orElse(0);
        double high = game.profiles().stream().mapToDouble(p -> game.payoff(of, p)).max().orElse(0);
        largest = Math.max(largest, high - low);
      }
      return largest > 0 ? largest : 1;
    }
  }
}
