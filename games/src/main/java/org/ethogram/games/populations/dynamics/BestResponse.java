package org.ethogram.games.populations.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.populations.PopulationGame;

/**
 * Best response dynamics: x' = b - x with b a best response to the state (Gilboa & Matsui 1991;
 * Hofbauer 1995).
 *
 * <p>Its paths are straight lines towards a best response until another becomes as good, x(t) = b +
 * (x(0) - b) exp(-t), so they are computed from corner to corner and not approximated. Among types
 * that are equally good the path heads for an equilibrium of the game among these, the only targets
 * that stay best responses on the way; where there are several, for the one of fewest types, the
 * first of them. Payoffs pass for equal when they differ by less than a ten-thousandth of the
 * payoffs' range.
 *
 * <p>For one or two populations, whose payoffs are linear in the state.
 */
public record BestResponse(PopulationGame game) implements Motion {
  private static final double TIE = 1e-4;

  public BestResponse {
    if (game.populations() > 2) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "best response dynamics",
          game.populations() + " populations",
          "Give one or two, or take the dynamics logit");
    }
  }

  @Override
  public Path path(double[][] start, double[] times) {
    Shares.check(game, start);
    double tie = TIE * Math.max(range(), Double.MIN_NORMAL);
    List<double[][]> states = new ArrayList<>();
    double[][] corner = start;
    double cornerTime = 0;
    Leg leg = leg(corner, tie);
    for (double time : times) {
      while (time > cornerTime + leg.lasts()) {
        corner = between(corner, leg.target().toArray(double[][]::new), leg.lasts());
        cornerTime += leg.lasts();
        leg = leg(corner, tie);
      }
      states.add(between(corner, leg.target().toArray(double[][]::new), time - cornerTime));
    }
    return new Path(Arrays.stream(times).boxed().toList(), states);
  }

  /**
   * A straight part of the path.
   *
   * @param lasts the time until another type becomes as good; infinite for the last one
   */
  private record Leg(List<double[]> target, double lasts) {}

  private Leg leg(double[][] from, double tie) {
    double[][] payoffs = game.payoffs(from);
    List<List<Integer>> best = new ArrayList<>();
    for (double[] ofPopulation : payoffs) {
      double most = Arrays.stream(ofPopulation).max().orElseThrow();
      List<Integer> equal = new ArrayList<>();
      for (int type = 0; type < ofPopulation.length; type++) {
        if (ofPopulation[type] >= most - tie) {
          equal.add(type);
        }
      }
      best.add(equal);
    }
    double[][] target = new RestrictedEquilibrium(game, best).find();
    double[][] inTheEnd = game.payoffs(target);
    double left = 0;
    for (int population = 0; population < payoffs.length; population++) {
      int good = best.get(population).getFirst();
      for (int type = 0; type < payoffs[population].length; type++) {
        double behind = payoffs[population][good] - payoffs[population][type];
        double inTheEndBehind =
            inTheEnd[population][supported(target[population])] - inTheEnd[population][type];
        if (!best.get(population).contains(type) && inTheEndBehind < 0) {
          left = Math.max(left, -inTheEndBehind / (behind - inTheEndBehind));
        }
      }
    }
    return new Leg(List.of(target), -Math.log(left));
  }

  private static int supported(double[] shares) {
    int most = 0;
    for (int type = 1; type < shares.length; type++) {
      most = shares[type] > shares[most] ? type : most;
    }
    return most;
  }

  private static double[][] between(double[][] from, double[][] target, double time) {
    double left = Math.exp(-time);
    double[][] state = new double[from.length][];
    for (int population = 0; population < from.length; population++) {
      state[population] = new double[from[population].length];
      for (int type = 0; type < state[population].length; type++) {
        state[population][type] =
            target[population][type] + left * (from[population][type] - target[population][type]);
      }
    }
    return Shares.normalised(state);
  }

  /** The most that a payoff can differ from another. */
  private double range() {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double[][] vertex : States.vertices(game)) {
      for (double[] ofPopulation : game.payoffs(vertex)) {
        least = Math.min(least, Arrays.stream(ofPopulation).min().orElseThrow());
        most = Math.max(most, Arrays.stream(ofPopulation).max().orElseThrow());
      }
    }
    return most - least;
  }
}
