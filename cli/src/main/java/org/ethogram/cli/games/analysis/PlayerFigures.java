package org.ethogram.cli.games.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.games.estimation.MemoryOneEstimate;
import org.ethogram.games.estimation.MemoryTable;
import org.ethogram.games.estimation.NearestStrategies;
import org.ethogram.games.measures.Measures;
import org.ethogram.games.measures.Play;
import org.ethogram.games.measures.SpitefulnessContrast;
import org.ethogram.games.play.Strategy;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;
import org.ethogram.stats.estimates.ClusteredRatio;
import org.ethogram.stats.estimates.Proportions;
import org.ethogram.stats.estimates.RatioEstimates;
import org.ethogram.stats.resampling.ClusterBootstrap;

/**
 * The figures of a player, or of all of them.
 *
 * @param independence of what the errors of measures are counted between
 */
record PlayerFigures(String player, List<ObservedPlay> observed, Independence independence) {
  /** Measures that are no shares, and may be below 0 or above 1. */
  private static final Set<String> AMOUNTS =
      Set.of("payoff", "efficiency", "regret", "last-round-effect");

  List<AnalysisFigure> measures(Seed seed, int resamples) {
    List<AnalysisFigure> figures = new ArrayList<>();
    Measures.all()
        .forEach(
            (name, measure) -> {
              List<ClusteredRatio> ratios =
                  observed.stream().map(one -> clustered(one, measure)).toList();
              Estimate estimate =
                  AMOUNTS.contains(name)
                      ? RatioEstimates.ratio(ratios, Interval.USUAL_LEVEL)
                      : RatioEstimates.rate(ratios, Interval.USUAL_LEVEL);
              Ratio counts =
                  ratios.stream().map(ClusteredRatio::ratio).reduce(Ratio.UNDEFINED, Ratio::plus);
              figures.add(AnalysisFigure.counted("measure", player, name, estimate, counts));
            });
    Estimate contrast =
        new ClusterBootstrap(seed.derive("contrast " + player), resamples, Interval.USUAL_LEVEL)
            .estimate(
                observed,
                independence::cluster,
                some -> SpitefulnessContrast.of(ObservedPlay.plays(some)).value());
    figures.add(AnalysisFigure.estimated("measure", player, "spitefulness-contrast", contrast));
    return figures;
  }

  /** P(C | what was played last), each decision a trial. */
  List<AnalysisFigure> memoryOne() {
    MemoryOneEstimate estimate = MemoryOneEstimate.of(plays());
    List<AnalysisFigure> figures = new ArrayList<>();
    figures.add(rate("memory-one", "first", estimate.first()));
    figures.add(rate("memory-one", "CC", estimate.afterCC()));
    figures.add(rate("memory-one", "CD", estimate.afterCD()));
    figures.add(rate("memory-one", "DC", estimate.afterDC()));
    figures.add(rate("memory-one", "DD", estimate.afterDD()));
    return figures;
  }

  /** P(C | the last rounds) and P(C | the whole history), of as many rounds. */
  List<AnalysisFigure> memory(int rounds) {
    List<AnalysisFigure> figures = new ArrayList<>();
    MemoryTable.ofLastRounds(plays(), rounds)
        .forEach((name, ratio) -> figures.add(rate("memory", name, ratio)));
    MemoryTable.ofWholeHistories(plays(), rounds)
        .forEach(
            (name, ratio) -> figures.add(rate("history", name.isEmpty() ? "first" : name, ratio)));
    return figures;
  }

  List<AnalysisFigure> nearest(List<Strategy> candidates, int most) {
    return NearestStrategies.of(plays(), candidates).stream()
        .limit(most)
        .map(
            nearness -> {
              SequencedMap<String, Double> more = new LinkedHashMap<>();
              more.put("tremble", nearness.tremble());
              more.put("probability_per_decision", nearness.probabilityPerDecision());
              return new AnalysisFigure(
                  "nearest",
                  player,
                  nearness.strategy().name(),
                  Estimate.withoutInterval(
                      nearness.logLikelihood(),
                      (int) Math.round(nearness.decisions()),
                      "log-likelihood at the tremble that fits best"),
                  Optional.empty(),
                  more);
            })
        .toList();
  }

  private AnalysisFigure rate(String kind, String name, Ratio ratio) {
    Estimate estimate =
        Proportions.jeffreys(ratio.numerator(), ratio.denominator(), Interval.USUAL_LEVEL);
    return AnalysisFigure.counted(kind, player, name, estimate, ratio);
  }

  private ClusteredRatio clustered(ObservedPlay one, Function<Play, Ratio> measure) {
    return new ClusteredRatio(independence.cluster(one), measure.apply(one.play()));
  }

  private List<Play> plays() {
    return ObservedPlay.plays(observed);
  }
}
