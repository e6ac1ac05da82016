package org.ethogram.cli.games.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.games.estimation.StrategyEvidence;
import org.ethogram.games.estimation.StrategyFrequencies;
import org.ethogram.games.measures.Play;
import org.ethogram.games.play.Strategy;
import org.ethogram.stats.Interval;
import org.ethogram.stats.resampling.ClusterBootstrap;

/**
 * The mixture of strategies that all observed play comes from, with errors by resampling matches or
 * players (Dal Bo & Frechette 2011).
 */
record StrategyShares(
    List<Strategy> strategies, Independence independence, int resamples, Seed seed) {
  List<AnalysisFigure> of(List<ObservedPlay> observed) {
    Map<String, Integer> clusters = new LinkedHashMap<>();
    observed.forEach(one -> clusters.putIfAbsent(independence.cluster(one), clusters.size()));
    int[] clusterOfUnit = clusterOfUnit(observed, clusters);
    StrategyEvidence evidence = evidence(observed);
    StrategyFrequencies found = evidence.fit();
    ClusterBootstrap bootstrap = new ClusterBootstrap(seed, resamples, Interval.USUAL_LEVEL);
    List<StrategyFrequencies> refits =
        clusters.size() < ClusterBootstrap.LEAST_CLUSTERS
            ? List.of()
            : IntStream.range(0, resamples)
                .parallel()
                .mapToObj(
                    index -> {
                      double[] times =
                          bootstrap.multiplicities("strategy-shares", clusters.size(), index);
                      return evidence.fit(
                          IntStream.of(clusterOfUnit).mapToDouble(at -> times[at]).toArray());
                    })
                .toList();
    List<AnalysisFigure> figures = new ArrayList<>();
    for (Strategy strategy : strategies) {
      figures.add(
          figure(
              "strategy-share",
              strategy.name(),
              found,
              refits,
              bootstrap,
              clusters.size(),
              fit -> fit.shares().getOrDefault(strategy.name(), 0.0)));
    }
    figures.add(
        figure(
            "strategy-tremble",
            "tremble",
            found,
            refits,
            bootstrap,
            clusters.size(),
            StrategyFrequencies::tremble));
    return figures;
  }

  private static AnalysisFigure figure(
      String kind,
      String name,
      StrategyFrequencies found,
      List<StrategyFrequencies> refits,
      ClusterBootstrap bootstrap,
      int clusters,
      ToDoubleFunction<StrategyFrequencies> part) {
    return AnalysisFigure.estimated(
        kind,
        AnalysisFigure.ALL,
        name,
        bootstrap.summary(
            part.applyAsDouble(found),
            clusters,
            index -> OptionalDouble.of(part.applyAsDouble(refits.get(index)))));
  }

  private StrategyEvidence evidence(List<ObservedPlay> observed) {
    return independence == Independence.MATCH
        ? StrategyEvidence.perMatch(ObservedPlay.plays(observed), strategies)
        : StrategyEvidence.perPlayer(List.copyOf(byPlayer(observed).values()), strategies);
  }

  /** The units are what each player did in each match, or all that each player did. */
  private int[] clusterOfUnit(List<ObservedPlay> observed, Map<String, Integer> clusters) {
    return independence == Independence.MATCH
        ? observed.stream()
            .mapToInt(one -> clusters.getOrDefault(independence.cluster(one), 0))
            .toArray()
        : IntStream.range(0, clusters.size()).toArray();
  }

  private static Map<String, List<Play>> byPlayer(List<ObservedPlay> observed) {
    Map<String, List<Play>> players = new LinkedHashMap<>();
    observed.forEach(
        one -> players.computeIfAbsent(one.player(), _ -> new ArrayList<>()).add(one.play()));
    return players;
  }
}
