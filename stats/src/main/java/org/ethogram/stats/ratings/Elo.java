package org.ethogram.stats.ratings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;

/**
 * Elo's ratings (Elo 1978): the expected score is 1/(1 + 10^((other - own)/400)), and each game
 * moves both players by k times the surprise.
 *
 * @param k points that a game is worth, such as 32
 * @param start rating of everybody before the first game, such as 1500
 */
public record Elo(double k, double start) {
  /** In the given order; the result depends on it. */
  public Map<String, Double> sequential(List<Game> games) {
    Map<String, Double> ratings = new TreeMap<>();
    for (Game game : games) {
      double first = ratings.getOrDefault(game.first(), start);
      double second = ratings.getOrDefault(game.second(), start);
      double expected = 1 / (1 + Math.pow(10, (second - first) / 400));
      double change = k * (game.score() - expected);
      ratings.put(game.first(), first + change);
      ratings.put(game.second(), second - change);
    }
    return ratings;
  }

  /**
   * The mean over resamples of the games' clusters, each played in a shuffled order, so that
   * neither the order nor a few games decide; intervals are percentiles over resamples.
   *
   * @param resamples at least 100
   */
  public Map<String, Estimate> shuffled(List<Game> games, Seed seed, int resamples, double level) {
    if (resamples < 100) {
      throw new IllegalArgumentException(resamples + " resamples");
    }
    Map<String, List<Game>> byCluster = new TreeMap<>();
    TreeSet<String> players = new TreeSet<>();
    for (Game game : games) {
      byCluster.computeIfAbsent(game.cluster(), cluster -> new ArrayList<>()).add(game);
      players.addAll(List.of(game.first(), game.second()));
    }
    List<List<Game>> clusters = List.copyOf(byCluster.values());
    List<Map<String, Double>> replicates =
        IntStream.range(0, resamples)
            .parallel()
            .mapToObj(index -> sequential(drawn(clusters, seed.derive("resample", index))))
            .toList();
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    for (String player : players) {
      double[] ratings =
          replicates.stream()
              .filter(replicate -> replicate.containsKey(player))
              .mapToDouble(replicate -> replicate.getOrDefault(player, start))
              .sorted()
              .toArray();
      estimates.put(player, estimate(ratings, clusters.size(), level));
    }
    return estimates;
  }

  private static Estimate estimate(double[] ratings, int clusters, double level) {
    double mean = Arrays.stream(ratings).average().orElseThrow();
    if (clusters < 2) {
      return Estimate.withoutInterval(mean, clusters, "a single cluster cannot be resampled");
    }
    int cut = (int) Math.floor((1 - level) / 2 * (ratings.length - 1));
    Interval interval = new Interval(ratings[cut], ratings[ratings.length - 1 - cut], level);
    return Estimate.of(mean, interval, clusters, "Elo, mean of shuffled resamples, percentiles");
  }

  private static List<Game> drawn(List<List<Game>> clusters, Seed seed) {
    RandomGenerator random = seed.generator();
    List<Game> drawn = new ArrayList<>();
    for (int draw = 0; draw < clusters.size(); draw++) {
      drawn.addAll(clusters.get(random.nextInt(clusters.size())));
    }
    for (int last = drawn.size() - 1; last > 0; last--) {
      int chosen = random.nextInt(last + 1);
      Game kept = drawn.get(last);
      drawn.set(last, drawn.get(chosen));
      drawn.set(chosen, kept);
    }
    return drawn;
  }
}
