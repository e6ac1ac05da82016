package org.ethogram.games.solutions.correlated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.linear.LinearProgram;
import org.ethogram.games.linear.LinearProgram.Constraint;
import org.ethogram.games.linear.LinearProgram.Optimum;
import org.ethogram.games.linear.LinearProgram.Relation;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.ExactPayoffs;
import org.ethogram.games.solutions.JointGains;

/**
 * A distribution over profiles from which a mediator draws, such that nobody gains by leaving what
 * it recommends; the one that is best by an objective, in exact fractions.
 *
 * @param distribution one probability a profile, in the order of {@link Game#profiles()}
 * @param payoffs what it is worth to each seat
 * @param value of the objective
 */
public record CorrelatedEquilibrium(
    Kind kind,
    Objective objective,
    List<Rational> distribution,
    List<Rational> payoffs,
    Rational value) {
  /** Above this the exact linear program takes minutes. */
  private static final int MOST_PROFILES = 256;

  public CorrelatedEquilibrium {
    distribution = List.copyOf(distribution);
    payoffs = List.copyOf(payoffs);
  }

  /** When a player may leave. */
  public enum Kind {
    /** After seeing the own recommendation (Aumann 1974, 1987). */
    CORRELATED,
    /** Before seeing it, to one action for good (Moulin & Vial 1978). */
    COARSE
  }

  /** What is made as large as it can be. */
  public sealed interface Objective {
    /** The sum of all payoffs. */
    record TotalPayoff() implements Objective {}

    /** The smallest payoff of any seat. */
    record LeastPayoff() implements Objective {}

    /** The payoff of one seat. */
    record PayoffOf(int seat) implements Objective {}
  }

  /**
   * @throws EthogramException {@code INVALID_DATA} for a game of more than 256 profiles
   */
  public static CorrelatedEquilibrium best(Game game, Kind kind, Objective objective) {
    ExactPayoffs payoffs = new ExactPayoffs(game);
    int profiles = payoffs.profiles().size();
    if (profiles > MOST_PROFILES) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "game '" + game.name() + "'",
          profiles + " profiles; a correlated equilibrium is found for up to " + MOST_PROFILES,
          "Remove dominated actions, or follow the quantal response path instead");
    }
    List<Constraint> constraints = new ArrayList<>(incentives(payoffs, kind));
    List<Rational> sum = new ArrayList<>(Collections.nCopies(profiles, Rational.ONE));
    sum.add(Rational.ZERO);
    constraints.add(new Constraint(sum, Relation.EQUAL, Rational.ONE));
    List<Rational> coefficients;
    if (objective instanceof Objective.LeastPayoff) {
      constraints.addAll(leastPayoff(payoffs));
      coefficients = new ArrayList<>(Collections.nCopies(profiles, Rational.ZERO));
      coefficients.add(Rational.ONE);
    } else {
      coefficients = new ArrayList<>(worth(payoffs, objective));
      coefficients.add(Rational.ZERO);
    }
    Optimum optimum = new LinearProgram(coefficients, constraints).optimum();
    return of(payoffs, kind, objective, optimum.point().subList(0, profiles));
  }

  private static CorrelatedEquilibrium of(
      ExactPayoffs payoffs, Kind kind, Objective objective, List<Rational> distribution) {
    List<Rational> worth =
        IntStream.range(0, payoffs.game().seats())
            .mapToObj(seat -> Rational.product(payoffsOf(payoffs, seat), distribution))
            .toList();
    Rational value =
        switch (objective) {
          case Objective.TotalPayoff() -> worth.stream().reduce(Rational.ZERO, Rational::plus);
          case Objective.LeastPayoff() -> worth.stream().reduce(Rational::min).orElseThrow();
          case Objective.PayoffOf(int seat) -> worth.get(seat);
        };
    return new CorrelatedEquilibrium(kind, objective, distribution, worth, value);
  }

  /** Nobody gains by replacing one action by another, or all by one. */
  private static List<Constraint> incentives(ExactPayoffs payoffs, Kind kind) {
    List<Constraint> constraints = new ArrayList<>();
    for (int seat = 0; seat < payoffs.game().seats(); seat++) {
      int actions = payoffs.game().actions(seat).size();
      for (int to = 0; to < actions; to++) {
        Rational[] all = new Rational[payoffs.profiles().size()];
        Arrays.fill(all, Rational.ZERO);
        for (int from = 0; from < actions; from++) {
          if (from == to) {
            continue;
          }
          List<Rational> gains = JointGains.coefficients(payoffs, seat, from, to);
          if (kind == Kind.CORRELATED) {
            constraints.add(atMostZero(gains));
          }
          for (int index = 0; index < all.length; index++) {
            all[index] = all[index].plus(gains.get(index));
          }
        }
        if (kind == Kind.COARSE && actions > 1) {
          constraints.add(atMostZero(List.of(all)));
        }
      }
    }
    return constraints;
  }

  private static Constraint atMostZero(List<Rational> gains) {
    List<Rational> coefficients = new ArrayList<>(gains);
    coefficients.add(Rational.ZERO);
    return new Constraint(coefficients, Relation.AT_MOST, Rational.ZERO);
  }

  /** Every seat's payoff is at least the last unknown, both moved to be at least 0. */
  private static List<Constraint> leastPayoff(ExactPayoffs payoffs) {
    List<List<Rational>> all =
        IntStream.range(0, payoffs.game().seats()).mapToObj(s -> payoffsOf(payoffs, s)).toList();
    Rational least = all.stream().flatMap(List::stream).reduce(Rational::min).orElseThrow();
    return all.stream()
        .map(
            ofSeat -> {
              List<Rational> coefficients =
                  new ArrayList<>(ofSeat.stream().map(x -> x.minus(least)).toList());
              coefficients.add(Rational.ONE.negated());
              return new Constraint(coefficients, Relation.AT_LEAST, Rational.ZERO);
            })
        .toList();
  }

  private static List<Rational> worth(ExactPayoffs payoffs, Objective objective) {
    if (objective instanceof Objective.PayoffOf(int seat)) {
      return payoffsOf(payoffs, seat);
    }
    return IntStream.range(0, payoffs.profiles().size())
        .mapToObj(
            index ->
                IntStream.range(0, payoffs.game().seats())
                    .mapToObj(seat -> payoffs.of(seat, index))
                    .reduce(Rational.ZERO, Rational::plus))
        .toList();
  }

  private static List<Rational> payoffsOf(ExactPayoffs payoffs, int seat) {
    return IntStream.range(0, payoffs.profiles().size())
        .mapToObj(index -> payoffs.of(seat, index))
        .toList();
  }
}
