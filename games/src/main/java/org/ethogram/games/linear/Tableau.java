package org.ethogram.games.linear;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Equations {@code M x + s = b} with x, s and b at least 0, solved for one basis after another.
 *
 * <p>Variables are numbered: those of x first, then one slack an equation; the slacks are the first
 * basis. All entries are integers over one common denominator, so that a pivot divides without
 * remainder (Bareiss 1968; von Stengel 2007, Algorithmic Game Theory, section 3.5). Mutable.
 */
public final class Tableau {
  private final BigInteger[][] entries;
  private final int rows;
  private final int variables;
  private final int[] basis;
  private final BitSet basic = new BitSet();
  private final Rational[] scales;
  private BigInteger denominator = BigInteger.ONE;
  private final RatioTest ratios;

  /**
   * @param matrix one row an equation, all of one length
   * @param bounds one an equation, at least 0
   */
  public Tableau(List<List<Rational>> matrix, List<Rational> bounds) {
    rows = matrix.size();
    int unknowns = matrix.getFirst().size();
    variables = unknowns + rows;
    entries = new BigInteger[rows][];
    scales = new Rational[rows];
    basis = new int[rows];
    for (int row = 0; row < rows; row++) {
      List<Rational> numbers = new ArrayList<>(matrix.get(row));
      numbers.add(bounds.get(row));
      BigInteger scale = Rational.commonDenominator(numbers);
      scales[row] = new Rational(scale, BigInteger.ONE);
      entries[row] = new BigInteger[variables + 1];
      for (int column = 0; column < variables; column++) {
        entries[row][column] =
            column < unknowns
                ? numbers.get(column).times(scale)
                : column - unknowns == row ? BigInteger.ONE : BigInteger.ZERO;
      }
      entries[row][variables] = numbers.get(unknowns).times(scale);
      basis[row] = unknowns + row;
      basic.set(basis[row]);
    }
    ratios = new RatioTest(entries, basis);
  }

  /** How many variables there are, slacks among them. */
  public int variables() {
    return variables;
  }

  public int rows() {
    return rows;
  }

  public boolean isBasic(int variable) {
    return basic.get(variable);
  }

  /** The variables of the basis as a set. */
  public BitSet basicVariables() {
    return (BitSet) basic.clone();
  }

  /** The variable that the row is solved for. */
  public int basicVariable(int row) {
    return basis[row];
  }

  /**
   * The value of every variable where those outside the basis are 0; a slack in units of its
   * equation.
   */
  public Rational[] values() {
    Rational[] values = new Rational[variables];
    for (int variable = 0; variable < variables; variable++) {
      values[variable] = Rational.ZERO;
    }
    int unknowns = variables - rows;
    for (int row = 0; row < rows; row++) {
      Rational value = new Rational(entries[row][variables], denominator);
      values[basis[row]] =
          basis[row] < unknowns ? value : value.over(scales[basis[row] - unknowns]);
    }
    return values;
  }

  /** The row whose variable reaches 0 first when this one grows; empty where none does. */
  public OptionalInt leavingRow(int entering) {
    return ratios.leavingRow(entering);
  }

  /**
   * Solves the row for another variable.
   *
   * @return the variable that left the basis
   */
  public int pivot(int row, int entering) {
    BigInteger pivot = entries[row][entering];
    if (pivot.signum() <= 0) {
      throw new IllegalArgumentException("a pivot of " + pivot);
    }
    int leaving = basis[row];
    for (int other = 0; other < rows; other++) {
      if (other != row) {
        eliminate(entries[other], entries[row], entering, pivot, leaving);
      }
    }
    basic.clear(leaving);
    basic.set(entering);
    basis[row] = entering;
    denominator = pivot;
    for (int other = 0; other < rows; other++) {
      if (other != row) {
        entries[other][basis[other]] = pivot;
        entries[other][entering] = BigInteger.ZERO;
      }
    }
    return leaving;
  }

  /** Takes the basis as it stands for the one whose order breaks ties. */
  void restart() {
    ratios.restart(basis);
  }

  /**
   * A row of the objective: for each variable, and last for the value, its coefficient less what
   * the basis makes of it, times the denominator.
   */
  BigInteger[] reducedCosts(BigInteger[] objective) {
    BigInteger[] reduced = new BigInteger[variables + 1];
    for (int column = 0; column <= variables; column++) {
      BigInteger sum =
          column == variables ? BigInteger.ZERO : objective[column].multiply(denominator);
      for (int row = 0; row < rows; row++) {
        BigInteger worth = objective[basis[row]];
        if (worth.signum() != 0) {
          sum = sum.subtract(worth.multiply(entries[row][column]));
        }
      }
      reduced[column] = sum;
    }
    return reduced;
  }

  /** Carries a row of the objective along with the pivot that is about to be made. */
  void carry(BigInteger[] reduced, int row, int entering) {
    eliminate(reduced, entries[row], entering, entries[row][entering], basis[row]);
    reduced[entering] = BigInteger.ZERO;
  }

  /** A variable of those allowed that a row can be solved for instead. */
  OptionalInt exchangeable(int row, IntPredicate allowed) {
    return IntStream.range(0, variables)
        .filter(allowed)
        .filter(variable -> !basic.get(variable) && entries[row][variable].signum() != 0)
        .findFirst();
  }

  /** Solves a row whose value is 0 for the variable, whatever the sign of its entry. */
  void exchange(int row, int entering) {
    if (entries[row][entering].signum() < 0) {
      for (int column = 0; column <= variables; column++) {
        entries[row][column] = entries[row][column].negate();
      }
    }
    pivot(row, entering);
  }

  private void eliminate(
      BigInteger[] target, BigInteger[] source, int entering, BigInteger pivot, int leaving) {
    BigInteger factor = target[entering];
    boolean apart = factor.signum() == 0;
    for (int column = 0; column <= variables; column++) {
      if (column < variables && basic.get(column) && column != leaving) {
        continue;
      }
      BigInteger value = target[column];
      if (apart && value.signum() == 0) {
        continue;
      }
      BigInteger product = value.multiply(pivot);
      if (!apart && source[column].signum() != 0) {
        product = product.subtract(factor.multiply(source[column]));
      }
      target[column] = product.divide(denominator);
    }
  }
}
