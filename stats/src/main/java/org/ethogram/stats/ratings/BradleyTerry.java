package org.ethogram.stats.ratings;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Strengths with P(i beats j) = 1/(1 + exp(s_j - s_i)), by maximum likelihood (Bradley and Terry
 * 1952), in logits above the mean player.
 *
 * <p>Standard errors are sandwiches over the games' clusters with Student's t. Strengths are finite
 * only where a chain of wins leads from every player to every other (Ford 1957); elsewhere every
 * strength is undefined.
 */
public final class BradleyTerry {
  private static final int MOST_ITERATIONS = 200;

  private final List<Game> games;
  private final List<String> players;
  private final Map<String, Integer> places = new TreeMap<>();

  private BradleyTerry(List<Game> games) {
    this.games = games;
    TreeSet<String> names = new TreeSet<>();
    games.forEach(game -> names.addAll(List.of(game.first(), game.second())));
    this.players = List.copyOf(names);
    players.forEach(player -> places.put(player, places.size()));
  }

  /** The strength of each player, by name. */
  public static Map<String, Estimate> strengths(List<Game> games, double level) {
    return games.isEmpty() ? Map.of() : new BradleyTerry(games).estimates(level);
  }

  private Map<String, Estimate> estimates(double level) {
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    if (!isStronglyConnected()) {
      for (String player : players) {
        estimates.put(
            player, Estimate.undefined("no chain of wins leads from every player to every other"));
      }
      return estimates;
    }
    double[] strengths = fit();
    RealMatrix inverse = inverseInformation(strengths);
    List<double[]> scores = clusterScores(strengths);
    int clusters = scores.size();
    for (int player = 0; player < players.size(); player++) {
      double squares = 0;
      for (double[] score : scores) {
        double influence =
            new ArrayRealVector(inverse.getRow(player), false)
                .dotProduct(new ArrayRealVector(score, false));
        squares += influence * influence;
      }
      estimates.put(players.get(player), estimate(strengths[player], squares, clusters, level));
    }
    return estimates;
  }

  private static Estimate estimate(double strength, double squares, int clusters, double level) {
    if (clusters < 2) {
      return Estimate.withoutInterval(
          strength, clusters, "a single cluster has no measurable error");
    }
    double error = Math.sqrt(squares * clusters / (clusters - 1));
    double half =
        error * new TDistribution(clusters - 1.0).inverseCumulativeProbability((1 + level) / 2);
    return Estimate.of(
        strength,
        error,
        new Interval(strength - half, strength + half, level),
        clusters,
        "Bradley-Terry, clustered sandwich, t");
  }

  /** Newton's method; the log-likelihood is concave. */
  private double[] fit() {
    double[] strengths = new double[players.size()];
    for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      double[] gradient = new double[players.size()];
      for (Game game : games) {
        double surprise = game.score() - expected(strengths, game);
        gradient[place(game.first())] += surprise;
        gradient[place(game.second())] -= surprise;
      }
      double[] step = inverseInformation(strengths).operate(gradient);
      double largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
      // Far from the optimum a full step can overshoot; two logits at a time are safe.
      double factor = Math.min(1, 2 / Math.max(largest, 1e-300));
      for (int player = 0; player < strengths.length; player++) {
        strengths[player] += factor * step[player];
      }
      if (largest < 1e-12) {
        break;
      }
    }
    return strengths;
  }

  /** Inverse on the strengths that sum to 0: (I + 11'/n)^-1 - 11'/n. */
  private RealMatrix inverseInformation(double[] strengths) {
    int size = players.size();
    double share = 1.0 / size;
    double[][] information = new double[size][size];
    for (double[] row : information) {
      Arrays.fill(row, share);
    }
    for (Game game : games) {
      double p = expected(strengths, game);
      double weight = Math.max(p * (1 - p), 1e-12);
      int first = place(game.first());
      int second = place(game.second());
      information[first][first] += weight;
      information[second][second] += weight;
      information[first][second] -= weight;
      information[second][first] -= weight;
    }
    RealMatrix inverse =
        new LUDecomposition(new Array2DRowRealMatrix(information, false)).getSolver().getInverse();
    return inverse.scalarAdd(-share);
  }

  private List<double[]> clusterScores(double[] strengths) {
    Map<String, double[]> scores = new TreeMap<>();
    for (Game game : games) {
      double surprise = game.score() - expected(strengths, game);
      double[] score =
          scores.computeIfAbsent(game.cluster(), cluster -> new double[players.size()]);
      score[place(game.first())] += surprise;
      score[place(game.second())] -= surprise;
    }
    return new ArrayList<>(scores.values());
  }

  private double expected(double[] strengths, Game game) {
    return 1 / (1 + Math.exp(strengths[place(game.second())] - strengths[place(game.first())]));
  }

  private int place(String player) {
    return places.getOrDefault(player, -1);
  }

  private boolean isStronglyConnected() {
    boolean[][] won = new boolean[players.size()][players.size()];
    for (Game game : games) {
      won[place(game.first())][place(game.second())] |= game.score() > 0;
      won[place(game.second())][place(game.first())] |= game.score() < 1;
    }
    return reachesAll(won, false) && reachesAll(won, true);
  }

  private boolean reachesAll(boolean[][] won, boolean backwards) {
    boolean[] reached = new boolean[players.size()];
    ArrayDeque<Integer> open = new ArrayDeque<>(List.of(0));
    reached[0] = true;
    while (!open.isEmpty()) {
      int player = open.remove();
      for (int other = 0; other < reached.length; other++) {
        if (!reached[other] && (backwards ? won[other][player] : won[player][other])) {
          reached[other] = true;
          open.add(other);
        }
      }
    }
    for (boolean each : reached) {
      if (!each) {
        return false;
      }
    }
    return true;
  }
}
