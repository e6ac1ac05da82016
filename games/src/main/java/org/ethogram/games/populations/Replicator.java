package org.ethogram.games.populations;

import java.util.Arrays;

/**
 * The replicator-mutator equation of one large population: x_i' = sum_j x_j f_j q_ji - x_i mean(f)
 * with f = A x (Taylor & Jonker 1978; Hadeler 1981). Without mutation it is the replicator
 * equation.
 *
 * @param mutation the chance that an offspring is of another type, all others alike
 */
public record Replicator(PayoffMatrix payoffs, double mutation) {
  public Replicator {
    if (!(mutation >= 0 && mutation <= 1)) {
      throw new IllegalArgumentException("no chance of mutation: " + mutation);
    }
  }

  /** How fast the share of each type grows. */
  public double[] growth(double[] shares) {
    int size = shares.length;
    double[] fitness = new double[size];
    double mean = 0;
    for (int type = 0; type < size; type++) {
      for (int from = 0; from < size; from++) {
        fitness[type] += payoffs.payoff(type, from) * shares[from];
      }
      mean += shares[type] * fitness[type];
    }
    double[] growth = new double[size];
    for (int type = 0; type < size; type++) {
      double stays = shares[type] * fitness[type] * (1 - mutation);
      double comes = size == 1 ? 0 : (mean - shares[type] * fitness[type]) * mutation / (size - 1);
      growth[type] = stays + comes - shares[type] * mean;
    }
    return growth;
  }

  /**
   * The shares after a time, by the classical Runge-Kutta method.
   *
   * @param shares at the start, at least 0 and summing to 1
   * @param time above 0
   * @param steps at least 1
   */
  public double[] after(double[] shares, double time, int steps) {
    double step = time / steps;
    double[] x = shares.clone();
    for (int done = 0; done < steps; done++) {
      double[] k1 = growth(x);
      double[] k2 = growth(moved(x, k1, step / 2));
      double[] k3 = growth(moved(x, k2, step / 2));
      double[] k4 = growth(moved(x, k3, step));
      for (int type = 0; type < x.length; type++) {
        x[type] += step / 6 * (k1[type] + 2 * k2[type] + 2 * k3[type] + k4[type]);
        x[type] = Math.max(0, x[type]);
      }
      double sum = Arrays.stream(x).sum();
      for (int type = 0; type < x.length; type++) {
        x[type] /= sum;
      }
    }
    return x;
  }

  private static double[] moved(double[] from, double[] direction, double by) {
    double[] moved = from.clone();
    for (int type = 0; type < moved.length; type++) {
      moved[type] += by * direction[type];
    }
    return moved;
  }
}
