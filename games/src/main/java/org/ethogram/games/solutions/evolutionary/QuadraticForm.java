package org.ethogram.games.solutions.evolutionary;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.games.linear.LinearSystem;
import org.ethogram.games.linear.Rational;

/** Signs of quadratic forms over cones, in exact fractions. */
final class QuadraticForm {
  private QuadraticForm() {}

  /**
   * Numbers x that sum to 1 and make all entries of {@code M x} equal; empty where there is no such
   * x or more than one.
   */
  static Optional<List<Rational>> stationary(List<List<Rational>> matrix) {
    int size = matrix.size();
    Rational[][] equations = new Rational[size + 1][size + 2];
    for (int row = 0; row <= size; row++) {
      for (int column = 0; column <= size; column++) {
        equations[row][column] =
            row < size && column < size
                ? matrix.get(row).get(column)
                : row == size && column == size
                    ? Rational.ZERO
                    : row == size ? Rational.ONE : Rational.ONE.negated();
      }
      equations[row][size + 1] = row == size ? Rational.ONE : Rational.ZERO;
    }
    return LinearSystem.solve(equations).map(solution -> solution.subList(0, size));
  }

  /**
   * Whether z'Mz > 0 for all z but 0 whose entries are at least 0 beyond the free first ones.
   *
   * <p>The free directions are minimised away one after another, each of which must cost.
   *
   * @param form symmetric; used up
   */
  static boolean isStrictlyCopositive(Rational[][] form, int free) {
    for (int pivot = 0; pivot < free; pivot++) {
      if (form[pivot][pivot].sign() <= 0) {
        return false;
      }
      for (int row = pivot + 1; row < form.length; row++) {
        Rational factor = form[row][pivot].over(form[pivot][pivot]);
        for (int column = pivot + 1; column < form.length; column++) {
          form[row][column] = form[row][column].minus(factor.times(form[pivot][column]));
        }
      }
    }
    int cone = form.length - free;
    return IntStream.range(1, 1 << cone)
        .mapToObj(
            bits -> IntStream.range(0, cone).filter(i -> (bits >> i & 1) == 1).map(i -> free + i))
        .noneMatch(face -> reachesZero(form, face.toArray()));
  }

  /**
   * Whether the form is stationary and at most 0 within this face of the simplex. If it is at most
   * 0 anywhere, it is so at the least point, which is stationary and alone so in its smallest face.
   */
  private static boolean reachesZero(Rational[][] form, int[] face) {
    List<List<Rational>> restricted =
        IntStream.of(face)
            .mapToObj(row -> IntStream.of(face).mapToObj(column -> form[row][column]).toList())
            .toList();
    return stationary(restricted)
        .filter(point -> point.stream().allMatch(x -> x.sign() > 0))
        .filter(point -> Rational.product(restricted.getFirst(), point).sign() <= 0)
        .isPresent();
  }
}
