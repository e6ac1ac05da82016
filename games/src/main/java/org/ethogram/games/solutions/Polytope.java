package org.ethogram.games.solutions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The points x with x >= 0 and M x <= 1, known by their corners.
 *
 * <p>Its inequalities are labelled: 0 and on for x >= 0, then those of M.
 */
final class Polytope {
  private final List<List<Rational>> matrix;
  private final int dimension;

  Polytope(List<List<Rational>> matrix) {
    this.matrix = matrix;
    this.dimension = matrix.getFirst().size();
  }

  /** Every corner with the labels of all inequalities that it meets with equality. */
  Map<List<Rational>, Set<Integer>> corners() {
    Map<List<Rational>, Set<Integer>> corners = new LinkedHashMap<>();
    visit(new ArrayList<>(), 0, corners);
    return corners;
  }

  private void visit(List<Integer> binding, int from, Map<List<Rational>, Set<Integer>> corners) {
    if (binding.size() == dimension) {
      solve(binding)
          .filter(this::isInside)
          .ifPresent(point -> corners.putIfAbsent(point, labels(point)));
      return;
    }
    for (int label = from; label < dimension + matrix.size(); label++) {
      binding.add(label);
      visit(binding, label + 1, corners);
      binding.removeLast();
    }
  }

  /** The one point at which these inequalities are equalities, where there is one. */
  private Optional<List<Rational>> solve(List<Integer> binding) {
    Rational[][] rows = new Rational[dimension][dimension + 1];
    for (int row = 0; row < dimension; row++) {
      int label = binding.get(row);
      for (int column = 0; column < dimension; column++) {
        rows[row][column] =
            label >= dimension
                ? matrix.get(label - dimension).get(column)
                : label == column ? Rational.ONE : Rational.ZERO;
      }
      rows[row][dimension] = label >= dimension ? Rational.ONE : Rational.ZERO;
    }
    return LinearSystem.solve(rows);
  }

  private boolean isInside(List<Rational> point) {
    return point.stream().allMatch(x -> x.sign() >= 0)
        && matrix.stream().allMatch(row -> product(row, point).compareTo(Rational.ONE) <= 0);
  }

  private Set<Integer> labels(List<Rational> point) {
    Set<Integer> labels = new TreeSet<>();
    for (int column = 0; column < dimension; column++) {
      if (point.get(column).isZero()) {
        labels.add(column);
      }
    }
    for (int row = 0; row < matrix.size(); row++) {
      if (product(matrix.get(row), point).equals(Rational.ONE)) {
        labels.add(dimension + row);
      }
    }
    return labels;
  }

  private static Rational product(List<Rational> row, List<Rational> point) {
    Rational sum = Rational.ZERO;
    for (int column = 0; column < point.size(); column++) {
      sum = sum.plus(row.get(column).times(point.get(column)));
    }
    return sum;
  }
}
