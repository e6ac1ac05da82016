package org.ethogram.games.populations.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.populations.PopulationGame;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.jspecify.annotations.Nullable;

/**
 * An equilibrium of a game in which only some types may be chosen, symmetric for one population; by
 * trying the sets of types that are used, the smallest first.
 *
 * @param allowed types by population
 */
record RestrictedEquilibrium(PopulationGame game, List<List<Integer>> allowed) {
  private static final double TOLERANCE = 1e-9;
  private static final int MOST = 12;

  double[][] find() {
    if (allowed.stream().allMatch(types -> types.size() == 1)) {
      return state(allowed, allowed.stream().map(types -> new double[] {1}).toList());
    }
    if (allowed.stream().anyMatch(types -> types.size() > MOST)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "best response dynamics",
          "more than " + MOST + " types that are equally good",
          "Leave out types that earn the same");
    }
    return supports().stream()
        .map(this::equilibrium)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(
            () ->
                state(
                    allowed,
                    allowed.stream()
                        .map(types -> types.stream().mapToDouble(t -> 1.0 / types.size()).toArray())
                        .toList()));
  }

  /** Sets of types that may be used, in two populations equally many. */
  private List<List<List<Integer>>> supports() {
    List<List<List<Integer>>> supports = new ArrayList<>();
    for (List<Integer> first : subsets(allowed.getFirst())) {
      if (allowed.size() == 1) {
        supports.add(List.of(first));
      } else {
        for (List<Integer> second : subsets(allowed.getLast())) {
          if (first.size() == second.size()) {
            supports.add(List.of(first, second));
          }
        }
      }
    }
    return supports.stream()
        .sorted(Comparator.comparingInt(support -> support.getFirst().size()))
        .toList();
  }

  private static List<List<Integer>> subsets(List<Integer> types) {
    return IntStream.range(1, 1 << types.size())
        .mapToObj(
            set ->
                IntStream.range(0, types.size())
                    .filter(i -> (set >> i & 1) == 1)
                    .mapToObj(types::get)
                    .toList())
        .toList();
  }

  private Optional<double[][]> equilibrium(List<List<Integer>> support) {
    List<double[]> weights = new ArrayList<>();
    for (int population = 0; population < support.size(); population++) {
      int facing = support.size() - 1 - population;
      double[] solved =
          indifferent(facing, support.get(facing), population, support.get(population));
      if (solved == null) {
        return Optional.empty();
      }
      weights.add(solved);
    }
    double[][] state = state(support, weights);
    double[][] payoffs = game.payoffs(state);
    for (int population = 0; population < payoffs.length; population++) {
      double used = payoffs[population][support.get(population).getFirst()];
      for (int type : allowed.get(population)) {
        if (payoffs[population][type] > used + TOLERANCE * (1 + Math.abs(used))) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(state);
  }

  /** The weights of a population's types that make those of the other earn the same. */
  private double @Nullable [] indifferent(
      int facing, List<Integer> facingTypes, int population, List<Integer> types) {
    int size = types.size();
    double[][] matrix = new double[size + 1][size + 1];
    for (int column = 0; column < size; column++) {
      double[][] vertex = game.evenShares();
      vertex[population] = new double[vertex[population].length];
      vertex[population][types.get(column)] = 1;
      double[] earned = game.payoffs(vertex)[facing];
      for (int row = 0; row < size; row++) {
        matrix[row][column] = earned[facingTypes.get(row)];
        matrix[row][size] = -1;
      }
      matrix[size][column] = 1;
    }
    DecompositionSolver solver =
        new LUDecomposition(new Array2DRowRealMatrix(matrix, false)).getSolver();
    if (!solver.isNonSingular()) {
      return null;
    }
    double[] right = new double[size + 1];
    right[size] = 1;
    double[] solution = solver.solve(new ArrayRealVector(right, false)).toArray();
    double[] weights = Arrays.copyOf(solution, size);
    for (double weight : weights) {
      if (weight < -TOLERANCE) {
        return null;
      }
    }
    return weights;
  }

  private double[][] state(List<List<Integer>> support, List<double[]> weights) {
    double[][] state = new double[support.size()][];
    for (int population = 0; population < state.length; population++) {
      state[population] = new double[game.types(population).size()];
      for (int at = 0; at < support.get(population).size(); at++) {
        state[population][support.get(population).get(at)] =
            Math.max(0, weights.get(population)[at]);
      }
    }
    return state;
  }
}
