package org.ethogram.games.estimation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.measures.Play;
import org.ethogram.games.measures.WeightedHistory;
import org.ethogram.games.play.Strategy;

/**
 * What observed play says for each of some strategies, unit by unit. A unit is what one strategy
 * plays throughout: a match, or all matches of a player.
 */
public final class StrategyEvidence {
  private final List<Strategy> strategies;

  /** Different units, each with its decisions in the eyes of every strategy. */
  private final List<List<Decisions>> kinds;

  /** The kind and the weight of each unit. */
  private final List<Unit> units;

  private record Unit(int kind, double weight) {}

  private StrategyEvidence(
      List<Strategy> strategies, List<List<Decisions>> kinds, List<Unit> units) {
    this.strategies = List.copyOf(strategies);
    this.kinds = kinds;
    this.units = units;
    if (strategies.isEmpty()
        || strategies.stream().map(Strategy::name).distinct().count() < strategies.size()) {
      throw invalid("no strategy, or one twice", "Give a list of different strategies");
    }
    if (units.isEmpty()) {
      throw invalid("no decision was observed", "Give matches of at least one round");
    }
  }

  /** Every match by itself. */
  public static StrategyEvidence perMatch(List<Play> plays, List<Strategy> strategies) {
    return of(
        plays.stream()
            .flatMap(
                play ->
                    play.histories().stream()
                        .map(
                            history ->
                                List.of(
                                    new Play(
                                        play.game(),
                                        play.seat(),
                                        play.rounds(),
                                        List.of(history))))),
        strategies);
  }

  /**
   * All matches of a player together, as Dal Bo & Frechette 2011 have it.
   *
   * @param players for each what it played; of observed matches, so that every weight is 1
   */
  public static StrategyEvidence perPlayer(List<List<Play>> players, List<Strategy> strategies) {
    return of(players.stream(), strategies);
  }

  private static StrategyEvidence of(Stream<List<Play>> plays, List<Strategy> strategies) {
    Map<List<Decisions>, Integer> kinds = new LinkedHashMap<>();
    List<Unit> units = new ArrayList<>();
    plays.forEach(
        unit -> {
          List<Decisions> decisions =
              strategies.stream().map(strategy -> decisions(unit, strategy)).toList();
          double weight = weight(unit);
          if (weight > 0 && !decisions.isEmpty() && decisions.getFirst().total() > 0) {
            int kind = kinds.computeIfAbsent(decisions, _ -> kinds.size());
            units.add(new Unit(kind, weight));
          }
        });
    return new StrategyEvidence(strategies, List.copyOf(kinds.keySet()), units);
  }

  /** How many units the evidence is of. */
  public int units() {
    return units.size();
  }

  /** The most probable mixture. */
  public StrategyFrequencies fit() {
    return fit(IntStream.range(0, units.size()).mapToDouble(_ -> 1).toArray());
  }

  /**
   * The most probable mixture of a resample.
   *
   * @param multiplicities how often each unit counts
   */
  public StrategyFrequencies fit(double[] multiplicities) {
    double[] weights = new double[kinds.size()];
    for (int index = 0; index < multiplicities.length; index++) {
      Unit unit = units.get(index);
      weights[unit.kind()] += multiplicities[index] * unit.weight();
    }
    Maximisation maximisation = new Maximisation(kinds, weights);
    maximisation.run();
    SequencedMap<String, Double> shares = new LinkedHashMap<>();
    for (int k = 0; k < strategies.size(); k++) {
      shares.put(strategies.get(k).name(), maximisation.shares()[k]);
    }
    return new StrategyFrequencies(shares, maximisation.tremble(), maximisation.logLikelihood());
  }

  private static Decisions decisions(List<Play> unit, Strategy strategy) {
    SequencedMap<Decision, Double> counts = new LinkedHashMap<>();
    for (Play play : unit) {
      for (WeightedHistory weighted : play.histories()) {
        Decisions.of(
                strategy,
                Decisions.untold(play.game(), play.seat(), play.rounds()),
                weighted.history())
            .counts()
            .forEach((decision, count) -> counts.merge(decision, count, Double::sum));
      }
    }
    return new Decisions(counts);
  }

  /** That of its only history; a player's matches weigh 1 together. */
  private static double weight(List<Play> unit) {
    List<WeightedHistory> histories =
        unit.stream().flatMap(play -> play.histories().stream()).toList();
    return histories.size() == 1 ? histories.getFirst().weight() : 1;
  }

  private static EthogramException invalid(String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, "strategy frequencies", problem, remedy);
  }
}
