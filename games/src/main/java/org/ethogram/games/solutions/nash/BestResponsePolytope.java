package org.ethogram.games.solutions.nash;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.linear.Tableau;

/**
 * The points x with x >= 0 and M x <= 1, where all entries of M are above 0.
 *
 * <p>Its inequalities are labelled: 0 and on for x >= 0, then those of M.
 */
final class BestResponsePolytope {
  private final List<List<Rational>> matrix;
  private final int dimension;

  BestResponsePolytope(List<List<Rational>> matrix) {
    this.matrix = matrix;
    this.dimension = matrix.getFirst().size();
  }

  int dimension() {
    return dimension;
  }

  /** The equations {@code M x + s = 1} at the origin. */
  Tableau tableau() {
    return new Tableau(matrix, Collections.nCopies(matrix.size(), Rational.ONE));
  }

  /** The first unknowns of the tableau. */
  List<Rational> point(Tableau tableau) {
    return List.of(tableau.values()).subList(0, dimension);
  }

  /** The largest number of corners that so many inequalities can have (McMullen 1970). */
  BigInteger mostCorners() {
    int facets = dimension + matrix.size();
    return choose(facets - (dimension + 1) / 2, facets - dimension)
        .add(choose(facets - dimension / 2 - 1, facets - dimension));
  }

  private static BigInteger choose(int from, int taken) {
    BigInteger ways = BigInteger.ONE;
    for (int place = 1; place <= taken; place++) {
      ways =
          ways.multiply(BigInteger.valueOf(from - taken + place)).divide(BigInteger.valueOf(place));
    }
    return ways;
  }

  /**
   * Every corner with the labels of all inequalities that it meets with equality, by walking from
   * basis to basis along all edges. With ties broken lexicographically every corner has a basis
   * that is reached.
   */
  Map<List<Rational>, BitSet> corners() {
    Map<List<Rational>, BitSet> corners = new LinkedHashMap<>();
    Tableau tableau = tableau();
    Set<BitSet> seen = new HashSet<>();
    Deque<Step> path = new ArrayDeque<>();
    enter(tableau, seen, corners);
    int next = 0;
    while (true) {
      next = neighbour(tableau, next, seen, path);
      if (next < 0) {
        if (path.isEmpty()) {
          return corners;
        }
        Step back = path.pop();
        tableau.pivot(back.row(), back.left());
        next = back.entered() + 1;
      } else {
        enter(tableau, seen, corners);
        next = 0;
      }
    }
  }

  /** A pivot that was made: which row, which variable left, which one entered. */
  private record Step(int row, int left, int entered) {}

  /** Goes on to the first new basis by a variable from this one on; -1 where there is none. */
  private static int neighbour(Tableau tableau, int from, Set<BitSet> seen, Deque<Step> path) {
    for (int entering = from; entering < tableau.variables(); entering++) {
      if (tableau.isBasic(entering)) {
        continue;
      }
      int row = tableau.leavingRow(entering).orElseThrow();
      BitSet neighbour = tableau.basicVariables();
      neighbour.clear(tableau.basicVariable(row));
      neighbour.set(entering);
      if (!seen.contains(neighbour)) {
        path.push(new Step(row, tableau.pivot(row, entering), entering));
        return entering;
      }
    }
    return -1;
  }

  private void enter(Tableau tableau, Set<BitSet> seen, Map<List<Rational>, BitSet> corners) {
    seen.add(tableau.basicVariables());
    Rational[] values = tableau.values();
    BitSet labels = new BitSet();
    for (int label = 0; label < values.length; label++) {
      labels.set(label, values[label].isZero());
    }
    corners.putIfAbsent(List.of(values).subList(0, dimension), labels);
  }
}
