package org.ethogram.games.solutions.polynomial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A way from equations whose solutions are known to those of a support, along which every isolated
 * solution is reached by one path: {@code (1 - t) c G + t F}.
 *
 * <p>Each equation of G is a product of linear forms, one for the weights of every other seat that
 * mixes. Coefficients and c are complex and drawn at random, so that with probability one no two
 * paths meet before the end (Sommese & Wampler 2005, The Numerical Solution of Systems of
 * Polynomials, chapter 8; Morgan & Sommese 1987 for several groups of variables).
 */
final class Homotopy {
  private final SupportEquations equations;
  private final List<int[]> owners = new ArrayList<>();
  private final double[][][] forms;
  private final double[][] patches;
  private final double[] constant;

  Homotopy(SupportEquations equations, RandomGenerator random) {
    this.equations = equations;
    for (int seat = 0; seat < equations.seats(); seat++) {
      for (int place = 1; place < equations.size(seat); place++) {
        owners.add(new int[] {seat, place});
      }
    }
    int seats = equations.seats();
    this.forms = new double[owners.size()][seats][];
    for (double[][] ofEquation : forms) {
      for (int seat = 0; seat < seats; seat++) {
        ofEquation[seat] = onCircle(random, equations.size(seat));
      }
    }
    this.patches = new double[seats][];
    for (int seat = 0; seat < seats; seat++) {
      patches[seat] = onCircle(random, equations.size(seat));
    }
    this.constant = onCircle(random, 1);
  }

  int unknowns() {
    return equations.unknowns();
  }

  /** The solutions of G, which begin the paths. */
  List<double[]> starts() {
    List<double[]> starts = new ArrayList<>();
    int[] left = new int[equations.seats()];
    Arrays.setAll(left, seat -> equations.size(seat) - 1);
    assign(new int[owners.size()], 0, left, starts);
    return starts;
  }

  /**
   * @param values receives the homotopy at the point
   * @param derivatives receives its derivatives by the unknowns, a row an equation
   * @param change receives its derivative by t
   */
  void evaluate(
      double[] point, double t, double[] values, double[][] derivatives, double[] change) {
    int count = equations.evaluate(point, values, derivatives);
    for (int row = 0; row < count; row++) {
      blend(row, point, t, values, derivatives[row], change);
    }
    for (int seat = 0; seat < patches.length; seat++) {
      int row = count + seat;
      Arrays.fill(derivatives[row], 0);
      values[2 * row] = -1;
      values[2 * row + 1] = 0;
      change[2 * row] = 0;
      change[2 * row + 1] = 0;
      for (int place = 0; place < equations.size(seat); place++) {
        int at = equations.offset(seat) + place;
        derivatives[row][2 * at] = patches[seat][2 * place];
        derivatives[row][2 * at + 1] = patches[seat][2 * place + 1];
        ComplexNumbers.addProduct(
            values, row, 1, patches[seat][2 * place], patches[seat][2 * place + 1], point, at);
      }
    }
  }

  /** Mixes the equation, already evaluated, with its counterpart in G. */
  private void blend(
      int row, double[] point, double t, double[] values, double[] derivatives, double[] change) {
    int seats = equations.seats();
    double[][] factors = new double[seats][];
    for (int seat = 0; seat < seats; seat++) {
      factors[seat] = takesPart(row, seat) ? form(row, seat, point) : new double[] {1, 0};
    }
    double[] start = product(factors, -1);
    for (int part = 0; part < 2; part++) {
      change[2 * row + part] = values[2 * row + part] - start[part];
      values[2 * row + part] = t * values[2 * row + part] + (1 - t) * start[part];
    }
    for (int column = 0; column < derivatives.length; column++) {
      derivatives[column] *= t;
    }
    for (int seat = 0; seat < seats; seat++) {
      if (takesPart(row, seat)) {
        double[] rest = product(factors, seat);
        for (int place = 0; place < equations.size(seat); place++) {
          ComplexNumbers.addProduct(
              derivatives,
              equations.offset(seat) + place,
              1 - t,
              rest[0],
              rest[1],
              forms[row][seat],
              place);
        }
      }
    }
  }

  private boolean takesPart(int row, int seat) {
    return seat != owners.get(row)[0] && equations.size(seat) > 1;
  }

  private double[] form(int row, int seat, double[] point) {
    double[] sum = new double[2];
    for (int place = 0; place < equations.size(seat); place++) {
      ComplexNumbers.addProduct(
          sum,
          0,
          1,
          forms[row][seat][2 * place],
          forms[row][seat][2 * place + 1],
          point,
          equations.offset(seat) + place);
    }
    return sum;
  }

  /** The constant times all factors but one. */
  private double[] product(double[][] factors, int except) {
    double[] product = constant;
    for (int seat = 0; seat < factors.length; seat++) {
      if (seat != except) {
        double[] next = new double[2];
        ComplexNumbers.addProduct(next, 0, 1, product[0], product[1], factors[seat], 0);
        product = next;
      }
    }
    return product;
  }

  /** Gives every equation to a seat whose form makes it 0, one fewer a seat than its actions. */
  private void assign(int[] zeroed, int row, int[] left, List<double[]> starts) {
    if (row == owners.size()) {
      starts.add(start(zeroed));
      return;
    }
    for (int seat = 0; seat < left.length; seat++) {
      if (takesPart(row, seat) && left[seat] > 0) {
        zeroed[row] = seat;
        left[seat]--;
        assign(zeroed, row + 1, left, starts);
        left[seat]++;
      }
    }
  }

  private double[] start(int[] zeroed) {
    double[] point = new double[2 * unknowns()];
    for (int seat = 0; seat < equations.seats(); seat++) {
      int size = equations.size(seat);
      double[][] matrix = new double[size][];
      int filled = 0;
      for (int row = 0; row < zeroed.length; row++) {
        if (zeroed[row] == seat) {
          matrix[filled++] = forms[row][seat];
        }
      }
      matrix[filled] = patches[seat];
      double[] right = new double[2 * size];
      right[2 * filled] = 1;
      if (!ComplexNumbers.solve(matrix, right)) {
        throw new IllegalStateException("random forms that depend on each other");
      }
      System.arraycopy(right, 0, point, 2 * equations.offset(seat), right.length);
    }
    return point;
  }

  private static double[] onCircle(RandomGenerator random, int count) {
    double[] numbers = new double[2 * count];
    for (int place = 0; place < count; place++) {
      double angle = 2 * Math.PI * random.nextDouble();
      numbers[2 * place] = Math.cos(angle);
      numbers[2 * place + 1] = Math.sin(angle);
    }
    return numbers;
  }
}
