package org.ethogram.stats.estimates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.ethogram.core.Ratio;
import org.ethogram.stats.Estimate;
import org.hipparchus.stat.correlation.PearsonsCorrelation;

/**
 * The first mean minus the second over the items that both answered (Miller 2024, "Adding error
 * bars to evals", section 4.2).
 *
 * @param difference with a standard error clustered by the items' clusters
 * @param correlation of the two scores over shared items; empty where one of them does not vary
 * @param onlyFirst items that only the first answered; they do not count
 */
public record PairedDifference(
    Estimate difference, OptionalDouble correlation, int shared, int onlyFirst, int onlySecond) {

  /** An item that stands several times in a list counts with its mean. */
  public static PairedDifference of(List<ScoredItem> first, List<ScoredItem> second, double level) {
    Map<String, Ratio> firstScores = scores(first);
    Map<String, Ratio> secondScores = scores(second);
    Map<String, String> clusters = new TreeMap<>();
    first.forEach(item -> clusters.put(item.item(), item.cluster()));
    List<ClusteredRatio> differences = new ArrayList<>();
    List<Double> firstShared = new ArrayList<>();
    List<Double> secondShared = new ArrayList<>();
    firstScores.forEach(
        (item, score) -> {
          Ratio other = secondScores.getOrDefault(item, Ratio.UNDEFINED);
          if (other.value().isPresent()) {
            double firstScore = score.value().orElseThrow();
            double secondScore = other.value().orElseThrow();
            firstShared.add(firstScore);
            secondShared.add(secondScore);
            differences.add(
                new ClusteredRatio(
                    clusters.getOrDefault(item, item), new Ratio(firstScore - secondScore, 1)));
          }
        });
    int shared = differences.size();
    return new PairedDifference(
        RatioEstimates.ratio(differences, level),
        correlation(firstShared, secondShared),
        shared,
        firstScores.size() - shared,
        secondScores.size() - shared);
  }

  private static Map<String, Ratio> scores(List<ScoredItem> items) {
    Map<String, Ratio> scores = new TreeMap<>();
    for (ScoredItem item : items) {
      scores.merge(item.item(), new Ratio(item.score(), 1), Ratio::plus);
    }
    return scores;
  }

  private static OptionalDouble correlation(List<Double> first, List<Double> second) {
    if (first.stream().distinct().count() < 2 || second.stream().distinct().count() < 2) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        new PearsonsCorrelation()
            .correlation(
                first.stream().mapToDouble(score -> score).toArray(),
                second.stream().mapToDouble(score -> score).toArray()));
  }
}
