package org.ethogram.games.chains;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A finite Markov chain, whose end is found by taking states out one by one and leading their
 * transitions past them, as {@link StationaryDistribution} does.
 */
public final class MarkovChain {
  private final double[][] transitions;

  /**
   * @param transitions a row of probabilities a state; used up
   */
  public MarkovChain(double[][] transitions) {
    this.transitions = transitions;
  }

  /**
   * States that are never left together.
   *
   * @param probability that the chain ends among them
   * @param shares of time in each of them then, in their order
   */
  public record ClosedClass(List<Integer> states, double probability, List<Double> shares) {
    public ClosedClass {
      states = List.copyOf(states);
      shares = List.copyOf(shares);
    }
  }

  /**
   * Where the chain ends when it begins in state 0.
   *
   * @return the closed classes that can be reached, with the share of time in each of their states
   */
  public List<ClosedClass> ending() {
    List<int[]> classes = closedClasses();
    double[] mass = new double[transitions.length];
    mass[0] = 1;
    boolean[] recurrent = new boolean[transitions.length];
    classes.forEach(
        states -> {
          for (int state : states) {
            recurrent[state] = true;
          }
        });
    List<Integer> left = new ArrayList<>();
    for (int state = transitions.length - 1; state >= 0; state--) {
      if (!recurrent[state]) {
        left.add(state);
      }
    }
    for (int position = 0; position < left.size(); position++) {
      leadPast(left.get(position), left.subList(position + 1, left.size()), mass);
    }
    List<ClosedClass> ending = new ArrayList<>();
    for (int[] states : classes) {
      double probability = 0;
      for (int state : states) {
        probability += mass[state];
      }
      if (probability > 0) {
        ending.add(
            new ClosedClass(
                Arrays.stream(states).boxed().toList(),
                probability,
                Arrays.stream(stationary(states)).boxed().toList()));
      }
    }
    return ending;
  }

  /** Takes a transient state out: what came to it goes where it would have gone in the end. */
  private void leadPast(int state, List<Integer> others, double[] mass) {
    double[] row = transitions[state];
    double leaves = 0;
    for (int to = 0; to < row.length; to++) {
      leaves += to == state ? 0 : row[to];
    }
    for (int to = 0; to < row.length; to++) {
      if (to != state && row[to] > 0) {
        double share = row[to] / leaves;
        mass[to] += mass[state] * share;
        for (int from : others) {
          transitions[from][to] += transitions[from][state] * share;
        }
      }
    }
    mass[state] = 0;
    for (int from : others) {
      transitions[from][state] = 0;
    }
    row[state] = 0;
  }

  /** The share of time in each of some states between which the chain moves for ever. */
  public double[] stationary(int[] states) {
    int size = states.length;
    double[][] chain = new double[size][size];
    for (int from = 0; from < size; from++) {
      for (int to = 0; to < size; to++) {
        chain[from][to] = transitions[states[from]][states[to]];
      }
    }
    return StationaryDistribution.of(chain);
  }

  private List<int[]> closedClasses() {
    BitSet[] reached = reached();
    List<int[]> classes = new ArrayList<>();
    BitSet placed = new BitSet();
    for (int state = 0; state < transitions.length; state++) {
      int from = state;
      if (!placed.get(state) && reached[state].stream().allMatch(to -> reached[to].get(from))) {
        placed.or(reached[state]);
        classes.add(reached[state].stream().toArray());
      }
    }
    return classes;
  }

  /** For each state the states that it can come to, itself included. */
  private BitSet[] reached() {
    int size = transitions.length;
    BitSet[] reached = new BitSet[size];
    for (int from = 0; from < size; from++) {
      reached[from] = new BitSet(size);
      reached[from].set(from);
      for (int to = 0; to < size; to++) {
        if (transitions[from][to] > 0) {
          reached[from].set(to);
        }
      }
    }
    for (int by = 0; by < size; by++) {
      for (int from = 0; from < size; from++) {
        if (reached[from].get(by)) {
          reached[from].or(reached[by]);
        }
      }
    }
    return reached;
  }
}
