package org.ethogram.games.solutions.quantal;

import java.util.Arrays;
import org.ethogram.games.linear.RealSystem;

/**
 * What logarithms of probabilities and lambda satisfy on the logit correspondence (Turocy 2005,
 * section 2): those of a seat sum to 1, and the logarithm of one beside that of the seat's first
 * action grows as lambda times the difference of their worth.
 *
 * <p>A point has the logarithms of all actions, seat after seat, and lambda last, in units of one
 * over the range of payoffs.
 */
final class LogitEquations {
  private static final int MOST_ROUNDS = 6;
  private static final double PRECISION = 1e-10;

  private final ExpectedPayoffs payoffs;

  LogitEquations(ExpectedPayoffs payoffs) {
    this.payoffs = payoffs;
  }

  ExpectedPayoffs payoffs() {
    return payoffs;
  }

  /** Play by chance at lambda 0. */
  double[] start() {
    double[] point = new double[payoffs.actions() + 1];
    for (int seat = 0; seat < payoffs.seats(); seat++) {
      int size = payoffs.offset(seat + 1) - payoffs.offset(seat);
      Arrays.fill(point, payoffs.offset(seat), payoffs.offset(seat + 1), -Math.log(size));
    }
    return point;
  }

  /** The direction of the path at a point, of length 1, on the side of another; empty for none. */
  double[] tangent(double[] point, double[] side, double range) {
    int unknowns = point.length;
    double[][] matrix = new double[unknowns][unknowns];
    evaluate(point, range, matrix);
    matrix[unknowns - 1] = side.clone();
    double[] tangent = new double[unknowns];
    tangent[unknowns - 1] = 1;
    if (!RealSystem.solve(matrix, tangent)) {
      return new double[0];
    }
    double norm = Math.sqrt(Arrays.stream(tangent).map(x -> x * x).sum());
    return Arrays.stream(tangent).map(x -> x / norm).toArray();
  }

  /**
   * Newton's method back onto the path, at right angles to a direction.
   *
   * @return how many rounds it took; below 0 where it does not converge
   */
  int correct(double[] point, double[] direction, double range) {
    int unknowns = point.length;
    double before = Double.POSITIVE_INFINITY;
    for (int round = 1; round <= MOST_ROUNDS; round++) {
      double[][] matrix = new double[unknowns][unknowns];
      double[] move = evaluate(point, range, matrix);
      matrix[unknowns - 1] = direction.clone();
      if (!RealSystem.solve(matrix, move)) {
        return -1;
      }
      double length = 0;
      for (int place = 0; place < unknowns; place++) {
        point[place] -= move[place];
        length = Math.max(length, Math.abs(move[place]) / (1 + Math.abs(point[place])));
      }
      if (length < PRECISION) {
        return round;
      }
      if (!(length < 0.3) || length > before) {
        return -1;
      }
      before = length;
    }
    return -1;
  }

  /** The equations' values, the last one 0, and their derivatives. */
  private double[] evaluate(double[] point, double range, double[][] derivatives) {
    int actions = payoffs.actions();
    double lambda = point[actions] / range;
    double[] probabilities = new double[actions];
    Arrays.setAll(probabilities, action -> Math.exp(point[action]));
    double[][] slopes = new double[actions][actions];
    double[] worth = payoffs.worth(probabilities, slopes);
    double[] values = new double[actions + 1];
    for (int seat = 0; seat < payoffs.seats(); seat++) {
      int first = payoffs.offset(seat);
      values[first] = -1;
      for (int action = first; action < payoffs.offset(seat + 1); action++) {
        values[first] += probabilities[action];
        derivatives[first][action] = probabilities[action];
      }
      for (int action = first + 1; action < payoffs.offset(seat + 1); action++) {
        double difference = worth[action] - worth[first];
        values[action] = point[action] - point[first] - lambda * difference;
        for (int other = 0; other < actions; other++) {
          derivatives[action][other] =
              -lambda * (slopes[action][other] - slopes[first][other]) * probabilities[other];
        }
        derivatives[action][action] += 1;
        derivatives[action][first] -= 1;
        derivatives[action][actions] = -difference / range;
      }
    }
    return values;
  }
}
