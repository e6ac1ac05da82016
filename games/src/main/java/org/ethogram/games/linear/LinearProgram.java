package org.ethogram.games.linear;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The largest value of a linear objective over points that are at least 0 and keep to constraints,
 * found by the simplex method in two phases (Dantzig 1963) in exact fractions.
 *
 * @param objective what is maximised: a coefficient for each unknown
 */
public record LinearProgram(List<Rational> objective, List<Constraint> constraints) {
  public LinearProgram {
    objective = List.copyOf(objective);
    constraints = List.copyOf(constraints);
  }

  /** How the two sides of a constraint stand to each other. */
  public enum Relation {
    AT_MOST,
    AT_LEAST,
    EQUAL
  }

  /** A linear form and what bounds it. */
  public record Constraint(List<Rational> coefficients, Relation relation, Rational bound) {
    public Constraint {
      coefficients = List.copyOf(coefficients);
    }

    /** The same constraint with a bound of at least 0. */
    private Constraint upright() {
      if (bound.sign() > 0 || (bound.isZero() && relation != Relation.AT_LEAST)) {
        return this;
      }
      Relation turned =
          switch (relation) {
            case AT_MOST -> Relation.AT_LEAST;
            case AT_LEAST -> Relation.AT_MOST;
            case EQUAL -> Relation.EQUAL;
          };
      return new Constraint(
          coefficients.stream().map(Rational::negated).toList(), turned, bound.negated());
    }
  }

  /** What a program comes to. */
  public sealed interface Outcome {}

  /** A point at which the objective is largest. */
  public record Optimum(Rational value, List<Rational> point) implements Outcome {
    public Optimum {
      point = List.copyOf(point);
    }
  }

  /** No point keeps to all constraints. */
  public record Infeasible() implements Outcome {}

  /** The objective has no largest value. */
  public record Unbounded() implements Outcome {}

  public Outcome solve() {
    List<Constraint> upright = constraints.stream().map(Constraint::upright).toList();
    int surpluses =
        (int) upright.stream().filter(one -> one.relation() == Relation.AT_LEAST).count();
    int unknowns = objective.size() + surpluses;
    Tableau tableau = new Tableau(matrix(upright, surpluses), bounds(upright));
    boolean[] artificial = new boolean[tableau.variables()];
    for (int row = 0; row < upright.size(); row++) {
      artificial[unknowns + row] = upright.get(row).relation() != Relation.AT_MOST;
    }
    return new Simplex(tableau, artificial).solve();
  }

  /** The optimum of a program that is known to have one. */
  public Optimum optimum() {
    if (solve() instanceof Optimum optimum) {
      return optimum;
    }
    throw new IllegalStateException("a linear program without an optimum");
  }

  private List<List<Rational>> matrix(List<Constraint> upright, int surpluses) {
    List<List<Rational>> matrix = new ArrayList<>();
    int surplus = objective.size();
    for (Constraint constraint : upright) {
      Rational[] row = new Rational[objective.size() + surpluses];
      Arrays.fill(row, Rational.ZERO);
      for (int place = 0; place < objective.size(); place++) {
        row[place] = constraint.coefficients().get(place);
      }
      if (constraint.relation() == Relation.AT_LEAST) {
        row[surplus++] = Rational.ONE.negated();
      }
      matrix.add(List.of(row));
    }
    return matrix;
  }

  private static List<Rational> bounds(List<Constraint> upright) {
    return upright.stream().map(Constraint::bound).toList();
  }

  /** Both phases on one tableau. */
  private final class Simplex {
    private final Tableau tableau;
    private final boolean[] artificial;

    private Simplex(Tableau tableau, boolean[] artificial) {
      this.tableau = tableau;
      this.artificial = artificial;
    }

    private Outcome solve() {
      climb(leastArtificial());
      Rational[] values = tableau.values();
      for (int variable = 0; variable < artificial.length; variable++) {
        if (artificial[variable] && !values[variable].isZero()) {
          return new Infeasible();
        }
      }
      driveOut();
      tableau.restart();
      if (!climb(scaledObjective())) {
        return new Unbounded();
      }
      List<Rational> point = List.of(tableau.values()).subList(0, objective.size());
      return new Optimum(Rational.product(objective, point), point);
    }

    private BigInteger[] leastArtificial() {
      BigInteger[] costs = new BigInteger[tableau.variables()];
      for (int variable = 0; variable < costs.length; variable++) {
        costs[variable] = artificial[variable] ? BigInteger.ONE.negate() : BigInteger.ZERO;
      }
      return costs;
    }

    private BigInteger[] scaledObjective() {
      BigInteger[] costs = new BigInteger[tableau.variables()];
      Arrays.fill(costs, BigInteger.ZERO);
      BigInteger scale = Rational.commonDenominator(objective);
      for (int place = 0; place < objective.size(); place++) {
        costs[place] = objective.get(place).times(scale);
      }
      return costs;
    }

    /** Pivots while some variable improves the objective; false where it grows without bound. */
    private boolean climb(BigInteger[] costs) {
      BigInteger[] reduced = tableau.reducedCosts(costs);
      while (true) {
        int entering = steepest(reduced);
        if (entering < 0) {
          return true;
        }
        OptionalInt row = tableau.leavingRow(entering);
        if (row.isEmpty()) {
          return false;
        }
        tableau.carry(reduced, row.getAsInt(), entering);
        tableau.pivot(row.getAsInt(), entering);
      }
    }

    private int steepest(BigInteger[] reduced) {
      int best = -1;
      for (int variable = 0; variable < tableau.variables(); variable++) {
        if (!artificial[variable]
            && !tableau.isBasic(variable)
            && reduced[variable].signum() > 0
            && (best < 0 || reduced[variable].compareTo(reduced[best]) > 0)) {
          best = variable;
        }
      }
      return best;
    }

    /** Rows left with an artificial variable are solved for another, or say nothing. */
    private void driveOut() {
      for (int row = 0; row < tableau.rows(); row++) {
        if (artificial[tableau.basicVariable(row)]) {
          OptionalInt variable = tableau.exchangeable(row, other -> !artificial[other]);
          if (variable.isPresent()) {
            tableau.exchange(row, variable.getAsInt());
          }
        }
      }
    }
  }
}
