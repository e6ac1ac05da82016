package org.ethogram.games.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.games.linear.LinearProgram.Constraint;
import org.ethogram.games.linear.LinearProgram.Infeasible;
import org.ethogram.games.linear.LinearProgram.Optimum;
import org.ethogram.games.linear.LinearProgram.Relation;
import org.ethogram.games.linear.LinearProgram.Unbounded;
import org.junit.jupiter.api.Test;

class LinearProgramTest {
  @Test
  void fractionsAreExact() {
    assertThat(Rational.of(0.1).plus(Rational.of(0.2))).isEqualTo(Rational.of(3, 10));
    assertThat(Rational.of(-1.5e3)).isEqualTo(Rational.of(-1500));
    assertThat(Rational.of(4, -6)).hasToString("-2/3");
    assertThat(Rational.of(1, 3).toDouble()).isEqualTo(1 / 3.0);
  }

  /** Dantzig 1963, Linear Programming and Extensions; the product mix of every textbook. */
  @Test
  void aProductMixIsSolved() {
    LinearProgram program =
        new LinearProgram(row(3, 5), List.of(atMost(4, 1, 0), atMost(12, 0, 2), atMost(18, 3, 2)));
    assertThat(program.solve()).isEqualTo(new Optimum(Rational.of(36), row(2, 6)));
  }

  /** Beale 1955: the simplex method with the steepest variable and no care for ties cycles. */
  @Test
  void bealesExampleDoesNotCycle() {
    List<Rational> objective =
        List.of(Rational.of(3, 4), Rational.of(-150), Rational.of(1, 50), Rational.of(-6));
    List<Constraint> constraints =
        List.of(
            new Constraint(
                List.of(Rational.of(1, 4), Rational.of(-60), Rational.of(-1, 25), Rational.of(9)),
                Relation.AT_MOST,
                Rational.ZERO),
            new Constraint(
                List.of(Rational.of(1, 2), Rational.of(-90), Rational.of(-1, 50), Rational.of(3)),
                Relation.AT_MOST,
                Rational.ZERO),
            atMost(1, 0, 0, 1, 0));
    assertThat(new LinearProgram(objective, constraints).optimum().value())
        .isEqualTo(Rational.of(1, 20));
  }

  @Test
  void contradictionsAndEndlessObjectivesAreTold() {
    assertThat(
            new LinearProgram(
                    row(1),
                    List.of(
                        atMost(1, 1), new Constraint(row(1), Relation.AT_LEAST, Rational.of(2))))
                .solve())
        .isInstanceOf(Infeasible.class);
    assertThat(
            new LinearProgram(
                    row(1, 0), List.of(new Constraint(row(1, -1), Relation.EQUAL, Rational.ZERO)))
                .solve())
        .isInstanceOf(Unbounded.class);
  }

  @Test
  void redundantEquationsAndNegativeBoundsAreTakenIn() {
    List<Constraint> constraints =
        List.of(
            new Constraint(row(1, 1), Relation.EQUAL, Rational.of(2)),
            new Constraint(row(2, 2), Relation.EQUAL, Rational.of(4)),
            new Constraint(row(-1, 0), Relation.AT_MOST, Rational.of(-1)));
    assertThat(new LinearProgram(row(0, 1), constraints).solve())
        .isEqualTo(new Optimum(Rational.ONE, row(1, 1)));
  }

  /** Strong duality (von Neumann 1947): both optima are equal, so neither can be wrong. */
  @Test
  void aProgramAndItsDualMeet() {
    RandomGenerator random = new Seed(3).generator();
    for (int run = 0; run < 50; run++) {
      int rows = 1 + random.nextInt(5);
      int columns = 1 + random.nextInt(5);
      int smallest = run % 2;
      long[][] matrix = new long[rows][columns];
      for (long[] row : matrix) {
        Arrays.setAll(row, place -> random.nextInt(10) + smallest);
      }
      long[] bounds = IntStream.range(0, rows).mapToLong(i -> 1 + random.nextInt(9)).toArray();
      long[] worth = IntStream.range(0, columns).mapToLong(j -> random.nextInt(9)).toArray();
      List<Constraint> primal =
          IntStream.range(0, rows).mapToObj(i -> atMost(bounds[i], matrix[i])).toList();
      List<Constraint> dual =
          IntStream.range(0, columns)
              .mapToObj(
                  j ->
                      new Constraint(
                          row(IntStream.range(0, rows).mapToLong(i -> matrix[i][j]).toArray()),
                          Relation.AT_LEAST,
                          Rational.of(worth[j])))
              .toList();
      LinearProgram.Outcome best = new LinearProgram(row(worth), primal).solve();
      LinearProgram.Outcome least =
          new LinearProgram(row(bounds).stream().map(Rational::negated).toList(), dual).solve();
      if (best instanceof Optimum(Rational value, var _)) {
        assertThat(((Optimum) least).value()).isEqualTo(value.negated());
      } else {
        assertThat(best).isInstanceOf(Unbounded.class);
        assertThat(least).isInstanceOf(Infeasible.class);
      }
    }
  }

  private static Constraint atMost(long bound, long... coefficients) {
    return new Constraint(row(coefficients), Relation.AT_MOST, Rational.of(bound));
  }

  private static List<Rational> row(long... numbers) {
    return Arrays.stream(numbers).mapToObj(Rational::of).toList();
  }
}
