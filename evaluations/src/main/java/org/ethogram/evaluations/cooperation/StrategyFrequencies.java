package org.ethogram.evaluations.cooperation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.ethogram.games.measures.Play;
import org.ethogram.games.measures.WeightedHistory;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Player;
import org.ethogram.games.play.Seat;
import org.ethogram.games.play.Strategy;

/**
 * The mixture of deterministic strategies that makes a subject's matches most probable, when every
 * match is played by one of them and every decision trembles with a common probability (the
 * strategy frequency estimation method of Dal Bo & Frechette 2011, The evolution of cooperation in
 * infinitely repeated games, section IV).
 *
 * <p>Where play is exact, the likelihood is its expectation over all matches.
 *
 * @param shares by name of the strategy; they sum to 1
 * @param tremble the probability of the other action, from 0 to one half
 */
record StrategyFrequencies(SequencedMap<String, Double> shares, double tremble) {
  private static final int ITERATIONS = 500;
  private static final double ENOUGH = 1e-6;
  private static final double FIRST_TREMBLE = 0.1;

  /** Keeps the likelihood of what a strategy would never do above 0. */
  private static final double LEAST_TREMBLE = 1e-6;

  StrategyFrequencies {
    shares = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(shares));
  }

  /** Matches that agree with each strategy in equally many decisions, and their weight. */
  private record Evidence(int decisions, List<Integer> agreements, double weight) {}

  /** The most probable mixture, by expectation maximisation (Dempster, Laird & Rubin 1977). */
  static StrategyFrequencies of(List<Play> plays, List<Strategy> strategies) {
    List<Evidence> evidence = evidence(plays, strategies);
    double[] shares = new double[strategies.size()];
    Arrays.fill(shares, 1.0 / shares.length);
    double tremble = FIRST_TREMBLE;
    double change = 1;
    for (int iteration = 0; iteration < ITERATIONS && change > ENOUGH; iteration++) {
      Step step = new Step(shares.length);
      for (Evidence one : evidence) {
        step.add(one, shares, tremble);
      }
      change = step.moveShares(shares);
      tremble = Math.clamp(step.disagreements / step.decisions, LEAST_TREMBLE, 0.5);
    }
    SequencedMap<String, Double> named = new LinkedHashMap<>();
    for (int k = 0; k < shares.length; k++) {
      named.put(strategies.get(k).name(), shares[k]);
    }
    return new StrategyFrequencies(named, tremble);
  }

  /** One step of the maximisation: expected counts under the present mixture. */
  private static final class Step {
    private final double[] played;
    private double disagreements;
    private double decisions;
    private double matches;

    Step(int strategies) {
      this.played = new double[strategies];
    }

    void add(Evidence evidence, double[] shares, double tremble) {
      double[] posterior = new double[shares.length];
      double total = 0;
      for (int k = 0; k < shares.length; k++) {
        int others = evidence.decisions() - evidence.agreements().get(k);
        posterior[k] = shares[k] * power(1 - tremble, evidence.agreements().get(k));
        posterior[k] *= power(tremble, others);
        total += posterior[k];
      }
      for (int k = 0; k < shares.length; k++) {
        double share = evidence.weight() * posterior[k] / total;
        played[k] += share;
        disagreements += share * (evidence.decisions() - evidence.agreements().get(k));
      }
      decisions += evidence.weight() * evidence.decisions();
      matches += evidence.weight();
    }

    /** Returns how far the share that moved most has moved. */
    double moveShares(double[] shares) {
      double most = 0;
      for (int k = 0; k < shares.length; k++) {
        double share = played[k] / matches;
        most = Math.max(most, Math.abs(share - shares[k]));
        shares[k] = share;
      }
      return most;
    }

    private static double power(double base, int exponent) {
      double power = 1;
      for (int i = 0; i < exponent; i++) {
        power *= base;
      }
      return power;
    }
  }

  private static List<Evidence> evidence(List<Play> plays, List<Strategy> strategies) {
    Map<List<Integer>, Double> weights = new HashMap<>();
    for (Play play : plays) {
      Seat seat = new Seat(play.game(), play.seat(), new Horizon.Unknown(play.rounds()));
      for (WeightedHistory weighted : play.histories()) {
        List<Integer> counts = new ArrayList<>();
        counts.add(weighted.history().rounds());
        for (Strategy strategy : strategies) {
          counts.add(agreements(strategy.start(seat), seat, weighted.history()));
        }
        weights.merge(List.copyOf(counts), weighted.weight(), Double::sum);
      }
    }
    // The order of a hash map must not reach the last digits of a sum.
    return weights.entrySet().stream()
        .filter(entry -> entry.getKey().getFirst() > 0)
        .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
        .map(
            entry -> {
              List<Integer> counts = entry.getKey();
              return new Evidence(
                  counts.getFirst(), counts.subList(1, counts.size()), entry.getValue());
            })
        .toList();
  }

  private static int agreements(Player player, Seat seat, History history) {
    int agreements = 0;
    for (int round = 1; round <= history.rounds(); round++) {
      double[] choice = player.probabilities();
      agreements += choice[history.action(round, seat.number())] > 0.5 ? 1 : 0;
      player.observe(history.profile(round));
    }
    return agreements;
  }
}
