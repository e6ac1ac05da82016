package org.ethogram.games.estimation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The shares and the tremble of the most probable mixture, by expectation maximisation (Dempster,
 * Laird & Rubin 1977): in turn the chances that each unit was played by each strategy, and the
 * mixture that these chances make most probable.
 */
final class Maximisation {
  private static final int ITERATIONS = 500;
  private static final double ENOUGH = 1e-6;
  private static final double FIRST_TREMBLE = 0.1;

  /** Decisions of all kinds, numbered. */
  private final SequencedMap<Decision, Integer> numbers = new LinkedHashMap<>();

  private final int[][][] decisions;
  private final double[][][] counts;
  private final double[] weights;
  private final double[] shares;
  private double tremble = FIRST_TREMBLE;
  private double logLikelihood;

  /**
   * @param kinds for each kind of unit its decisions as every strategy sees them
   * @param weights of the kinds
   */
  Maximisation(List<List<Decisions>> kinds, double[] weights) {
    this.weights = weights;
    this.shares = new double[kinds.getFirst().size()];
    Arrays.fill(shares, 1.0 / shares.length);
    this.decisions = new int[kinds.size()][shares.length][];
    this.counts = new double[kinds.size()][shares.length][];
    for (int kind = 0; kind < kinds.size(); kind++) {
      for (int k = 0; k < shares.length; k++) {
        SequencedMap<Decision, Double> seen = kinds.get(kind).get(k).counts();
        decisions[kind][k] = seen.keySet().stream().mapToInt(this::number).toArray();
        counts[kind][k] = seen.values().stream().mapToDouble(count -> count).toArray();
      }
    }
  }

  double[] shares() {
    return shares.clone();
  }

  double tremble() {
    return tremble;
  }

  double logLikelihood() {
    return logLikelihood;
  }

  void run() {
    double change = 1;
    for (int iteration = 0; iteration < ITERATIONS && change > ENOUGH; iteration++) {
      change = step();
    }
    logLikelihood = expect(new double[shares.length], new double[numbers.size()]);
  }

  /** Returns how far the share that moved most has moved. */
  private double step() {
    double[] played = new double[shares.length];
    double[] made = new double[numbers.size()];
    expect(played, made);
    double units = Arrays.stream(weights).sum();
    double most = 0;
    for (int k = 0; k < shares.length; k++) {
      double share = played[k] / units;
      most = Math.max(most, Math.abs(share - shares[k]));
      shares[k] = share;
    }
    SequencedMap<Decision, Double> all = new LinkedHashMap<>();
    numbers.forEach((decision, number) -> all.put(decision, made[number]));
    tremble = new Decisions(all).likeliestTremble();
    return most;
  }

  /**
   * Adds up how many units each strategy is expected to have played, and how many decisions of each
   * number were then made; returns the logarithm of the likelihood under the present mixture.
   */
  private double expect(double[] played, double[] made) {
    double[] logs = new double[numbers.size()];
    for (Map.Entry<Decision, Integer> entry : numbers.entrySet()) {
      logs[entry.getValue()] = Math.log(entry.getKey().probability(tremble));
    }
    double likelihood = 0;
    double[] posterior = new double[shares.length];
    for (int kind = 0; kind < weights.length; kind++) {
      if (weights[kind] > 0) {
        likelihood += weights[kind] * posterior(kind, logs, posterior);
        for (int k = 0; k < shares.length; k++) {
          double share = weights[kind] * posterior[k];
          played[k] += share;
          for (int at = 0; at < decisions[kind][k].length; at++) {
            made[decisions[kind][k][at]] += share * counts[kind][k][at];
          }
        }
      }
    }
    return likelihood;
  }

  /** Fills in the chance that each strategy played the unit; returns its log-likelihood. */
  private double posterior(int kind, double[] logs, double[] posterior) {
    double most = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < shares.length; k++) {
      posterior[k] = Math.log(shares[k]);
      for (int at = 0; at < decisions[kind][k].length; at++) {
        posterior[k] += counts[kind][k][at] * logs[decisions[kind][k][at]];
      }
      most = Math.max(most, posterior[k]);
    }
    double total = 0;
    for (int k = 0; k < shares.length; k++) {
      posterior[k] = Math.exp(posterior[k] - most);
      total += posterior[k];
    }
    for (int k = 0; k < shares.length; k++) {
      posterior[k] /= total;
    }
    return most + Math.log(total);
  }

  private int number(Decision decision) {
    return numbers.computeIfAbsent(decision, _ -> numbers.size());
  }
}
