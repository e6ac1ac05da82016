package org.ethogram.games.populations.finite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.ethogram.games.chains.StationaryDistribution;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;

/**
 * The full chain of a small well-mixed population: a state for each composition of its types.
 *
 * <p>Exact for any number of types and any rule, in time with the cube of the number of
 * compositions.
 */
public final class Compositions {
  /** The most compositions that are solved. */
  public static final int MOST = 2000;

  private final FinitePopulation population;
  private final int size;
  private final List<int[]> states = new ArrayList<>();
  private final Map<List<Integer>, Integer> index = new HashMap<>();

  /**
   * @param size at least 2
   * @throws org.ethogram.core.EthogramException {@code INVALID_DATA} for more than {@link #MOST}
   *     compositions
   */
  public Compositions(FinitePopulation population, int size) {
    this.population = population;
    this.size = FinitePopulation.checkedSize(size);
    int types = population.payoffs().size();
    double count = 1;
    for (int type = 1; type < types; type++) {
      count = count * (size + type) / type;
    }
    if (count > MOST) {
      throw FinitePopulation.invalid(
          "%.0f compositions of %d individuals of %d types".formatted(count, size, types),
          "Give a smaller population, simulate it, or take rare mutations");
    }
    fill(new int[types], 0, size);
  }

  private void fill(int[] counts, int type, int left) {
    if (type == counts.length - 1) {
      counts[type] = left;
      index.put(key(counts), states.size());
      states.add(counts.clone());
      return;
    }
    for (int count = 0; count <= left; count++) {
      counts[type] = count;
      fill(counts, type + 1, left - count);
    }
  }

  private int index(int... counts) {
    return Objects.requireNonNull(index.get(key(counts)), "every composition is a state");
  }

  private static List<Integer> key(int... counts) {
    return Arrays.stream(counts).boxed().toList();
  }

  /** All compositions, as counts of each type. */
  public List<int[]> states() {
    return states.stream().map(int[]::clone).toList();
  }

  /** How much of the time the population has each composition, with mutation. */
  public double[] stationary() {
    if (population.mutation() == 0) {
      throw FinitePopulation.invalid(
          "no mutation, so that the population ends at one type",
          "Give a chance of mutation above 0");
    }
    return StationaryDistribution.of(transitions());
  }

  /** The mean share of each type over {@link #stationary}. */
  public double[] meanShares() {
    double[] stationary = stationary();
    double[] shares = new double[population.payoffs().size()];
    for (int state = 0; state < stationary.length; state++) {
      for (int type = 0; type < shares.length; type++) {
        shares[type] += stationary[state] * states.get(state)[type] / size;
      }
    }
    return shares;
  }

  /** The probability that a population of these counts ends at each type, without mutation. */
  public double[] absorption(int... counts) {
    population.checkedSize(counts);
    double[][] transitions = transitions();
    int types = counts.length;
    int[] mixed =
        IntStream.range(0, states.size())
            .filter(state -> Arrays.stream(states.get(state)).max().orElseThrow() < size)
            .toArray();
    double[] ends = new double[types];
    int start = index(counts);
    int at = Arrays.binarySearch(mixed, start);
    if (at < 0) {
      for (int type = 0; type < types; type++) {
        ends[type] = counts[type] / (double) size;
      }
      return ends;
    }
    double[][] leaves = new double[mixed.length][mixed.length];
    for (int row = 0; row < mixed.length; row++) {
      for (int column = 0; column < mixed.length; column++) {
        leaves[row][column] = (row == column ? 1 : 0) - transitions[mixed[row]][mixed[column]];
      }
    }
    LUDecomposition solver = new LUDecomposition(new Array2DRowRealMatrix(leaves, false));
    for (int type = 0; type < types; type++) {
      int[] pure = new int[types];
      pure[type] = size;
      int end = index(pure);
      double[] right = Arrays.stream(mixed).mapToDouble(from -> transitions[from][end]).toArray();
      ends[type] = solver.getSolver().solve(new ArrayRealVector(right, false)).getEntry(at);
    }
    return ends;
  }

  private double[][] transitions() {
    double[][] transitions = new double[states.size()][states.size()];
    for (int state = 0; state < states.size(); state++) {
      if (population.rule() == UpdateRule.WRIGHT_FISHER) {
        generation(states.get(state), transitions[state]);
      } else {
        replacement(states.get(state), transitions[state]);
      }
      transitions[state][state] += 1 - Arrays.stream(transitions[state]).sum();
    }
    return transitions;
  }

  private void replacement(int[] counts, double[] row) {
    double[][] replacements = new Step(population, counts).replacements();
    int[] next = counts.clone();
    for (int dead = 0; dead < counts.length; dead++) {
      for (int born = 0; born < counts.length; born++) {
        if (replacements[dead][born] > 0) {
          next[dead]--;
          next[born]++;
          row[index(next)] += replacements[dead][born];
          next[dead]++;
          next[born]--;
        }
      }
    }
  }

  /** The multinomial distribution of the next generation. */
  private void generation(int[] counts, double[] row) {
    double[] offspring = new Step(population, counts).offspring();
    double[] logFactorials = new double[size + 1];
    for (int number = 1; number <= size; number++) {
      logFactorials[number] = logFactorials[number - 1] + Math.log(number);
    }
    for (int next = 0; next < row.length; next++) {
      double logarithm = logFactorials[size];
      for (int type = 0; type < counts.length; type++) {
        int many = states.get(next)[type];
        logarithm -= logFactorials[many];
        logarithm += many == 0 ? 0 : many * Math.log(offspring[type]);
      }
      row[next] = Math.exp(logarithm);
    }
  }
}
