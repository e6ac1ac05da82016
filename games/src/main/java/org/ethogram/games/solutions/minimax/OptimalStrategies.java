package org.ethogram.games.solutions.minimax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.games.linear.LinearProgram;
import org.ethogram.games.linear.LinearProgram.Constraint;
import org.ethogram.games.linear.LinearProgram.Relation;
import org.ethogram.games.linear.LinearSystem;
import org.ethogram.games.linear.Rational;

/**
 * The strategies that secure the value of a zero-sum game, and the one of them with the largest
 * entropy.
 *
 * @param value of the game for the rows
 * @param mostEntropic exact where it is the only one, else rounded, its sum still 1
 * @param isUnique whether it is the only one
 */
record OptimalStrategies(Rational value, List<Rational> mostEntropic, boolean isUnique) {
  static OptimalStrategies of(List<List<Rational>> payoffs) {
    Rational value = SecurityLevel.secured(payoffs).value();
    List<List<Rational>> gains =
        payoffs.stream().map(row -> row.stream().map(x -> x.minus(value)).toList()).toList();
    List<Rational> inside = inside(gains);
    List<Integer> support =
        IntStream.range(0, inside.size()).filter(i -> !inside.get(i).isZero()).boxed().toList();
    List<List<Rational>> columns =
        IntStream.range(0, gains.getFirst().size())
            .mapToObj(column -> support.stream().map(row -> gains.get(row).get(column)).toList())
            .toList();
    List<Rational> start = support.stream().map(inside::get).toList();
    List<List<Rational>> directions = directions(columns, start);
    if (directions.isEmpty()) {
      return new OptimalStrategies(value, inside, true);
    }
    List<List<Rational>> open =
        columns.stream().filter(column -> !Rational.product(column, start).isZero()).toList();
    double[] most = new LargestEntropy(matrix(directions), matrix(open)).from(numbers(start));
    Rational[] spread = new Rational[inside.size()];
    Arrays.fill(spread, Rational.ZERO);
    Rational sum = Arrays.stream(most).mapToObj(Rational::of).reduce(Rational.ZERO, Rational::plus);
    for (int place = 0; place < most.length; place++) {
      spread[support.get(place)] = Rational.of(most[place]).over(sum);
    }
    return new OptimalStrategies(value, List.of(spread), false);
  }

  /**
   * A strategy within the set of optimal ones: it plays whatever any of them plays and gains
   * against whatever any of them gains against. Of unnormalised weights, as many as can be are made
   * at least 1.
   */
  private static List<Rational> inside(List<List<Rational>> gains) {
    int rows = gains.size();
    int columns = gains.getFirst().size();
    int unknowns = 2 * rows + columns;
    List<Constraint> constraints = new ArrayList<>();
    for (int place = 0; place < rows + columns; place++) {
      List<Rational> below = zeros(unknowns);
      below.set(rows + place, Rational.ONE);
      constraints.add(new Constraint(below, Relation.AT_MOST, Rational.ONE));
      List<Rational> within = zeros(unknowns);
      within.set(rows + place, Rational.ONE);
      for (int row = 0; row < rows; row++) {
        Rational weight =
            place < rows
                ? row == place ? Rational.ONE : Rational.ZERO
                : gains.get(row).get(place - rows);
        within.set(row, weight.negated());
      }
      constraints.add(new Constraint(within, Relation.AT_MOST, Rational.ZERO));
    }
    List<Rational> objective = zeros(unknowns);
    for (int place = rows; place < unknowns; place++) {
      objective.set(place, Rational.ONE);
    }
    List<Rational> weights =
        new LinearProgram(objective, constraints).optimum().point().subList(0, rows);
    Rational sum = weights.stream().reduce(Rational.ZERO, Rational::plus);
    return weights.stream().map(weight -> weight.over(sum)).toList();
  }

  /** The directions that keep the sum and all gains that are 0. */
  private static List<List<Rational>> directions(
      List<List<Rational>> columns, List<Rational> start) {
    List<List<Rational>> rows = new ArrayList<>();
    rows.add(Collections.nCopies(start.size(), Rational.ONE));
    columns.stream().filter(column -> Rational.product(column, start).isZero()).forEach(rows::add);
    return LinearSystem.nullSpace(rows);
  }

  private static List<Rational> zeros(int count) {
    return new ArrayList<>(Collections.nCopies(count, Rational.ZERO));
  }

  private static double[][] matrix(List<List<Rational>> rows) {
    return rows.stream().map(OptimalStrategies::numbers).toArray(double[][]::new);
  }

  private static double[] numbers(List<Rational> row) {
    return row.stream().mapToDouble(Rational::toDouble).toArray();
  }
}
