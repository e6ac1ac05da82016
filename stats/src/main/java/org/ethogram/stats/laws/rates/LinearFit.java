package org.ethogram.stats.laws.rates;

import java.util.Arrays;
import java.util.List;
import org.ethogram.stats.laws.rates.Cells.Pooled;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;

/**
 * A generalised linear fit by iteratively reweighted least squares (McCullagh and Nelder 1989,
 * section 2.5), with one intercept for all runs or one for each.
 *
 * <p>The intercepts are eliminated run by run, so the cost grows with the points and not with the
 * runs. A prior of precision 1e-6 on every coefficient, against weights of mean 1, keeps fits of
 * rates that are 0 or 1 throughout finite and changes no other visibly.
 *
 * @param intercepts by run; one entry where they share it; a run without a point takes the mean of
 *     the others
 * @param intercept the mean of the intercepts, each run weighted alike
 * @param slopes of the covariates, in their order
 * @param deviance against weights of mean 1
 * @param pearson the sum of squared standardised residuals
 */
@SuppressWarnings("ArrayRecordComponent")
record LinearFit(
    double[] intercepts,
    double intercept,
    double[] slopes,
    double deviance,
    double pearson,
    int parameters) {
  private static final double PRECISION = 1e-6;
  private static final int MOST_ITERATIONS = 200;

  /**
   * @param covariates how many of the leading covariates take part
   * @param groups 1 for a shared intercept, else the number of runs
   */
  static LinearFit of(List<Pooled> points, int covariates, int groups, Link link) {
    return new Iteration(points, covariates, groups, link).solve();
  }

  double linear(int run, double[] covariates) {
    double linear = intercepts[intercepts.length == 1 ? 0 : run];
    for (int j = 0; j < slopes.length; j++) {
      linear += slopes[j] * covariates[j];
    }
    return linear;
  }

  private static final class Iteration {
    private final List<Pooled> points;
    private final int covariates;
    private final Link link;
    private final double scale;
    private final double[] intercepts;
    private final boolean[] present;
    private final double[] slopes;

    Iteration(List<Pooled> points, int covariates, int groups, Link link) {
      this.points = points;
      this.covariates = covariates;
      this.link = link;
      this.scale = points.size() / points.stream().mapToDouble(Pooled::weight).sum();
      this.intercepts = new double[groups];
      this.present = new boolean[groups];
      this.slopes = new double[covariates];
      double[] sums = new double[groups];
      double[] weights = new double[groups];
      for (Pooled point : points) {
        present[group(point)] = true;
        sums[group(point)] += point.weight() * point.rate();
        weights[group(point)] += point.weight();
      }
      for (int group = 0; group < groups; group++) {
        intercepts[group] = present[group] ? link.start(sums[group] / weights[group]) : 0;
      }
    }

    LinearFit solve() {
      double objective = objective();
      for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
        double[] oldIntercepts = intercepts.clone();
        double[] oldSlopes = slopes.clone();
        step();
        double next = objective();
        for (int halving = 0; halving < 30 && !(next <= objective + 1e-12); halving++) {
          approach(intercepts, oldIntercepts);
          approach(slopes, oldSlopes);
          next = objective();
        }
        boolean settled = Math.abs(objective - next) <= 1e-11 * (Math.abs(next) + 1e-9);
        objective = next;
        if (settled) {
          break;
        }
      }
      return result();
    }

    private int group(Pooled point) {
      return intercepts.length == 1 ? 0 : point.run();
    }

    private double linear(Pooled point) {
      double linear = intercepts[group(point)];
      for (int j = 0; j < covariates; j++) {
        linear += slopes[j] * point.covariates()[j];
      }
      return linear;
    }

    private double objective() {
      double objective = 0;
      for (Pooled point : points) {
        objective += scale * point.weight() * link.deviance(point.rate(), link.mean(linear(point)));
      }
      for (double value : intercepts) {
        objective += PRECISION * value * value;
      }
      for (double value : slopes) {
        objective += PRECISION * value * value;
      }
      return objective;
    }

    /**
     * One weighted least-squares step; the intercepts leave the system by their Schur complement.
     */
    private void step() {
      int groups = intercepts.length;
      double[] diagonal = new double[groups];
      double[] interceptSide = new double[groups];
      double[][] border = new double[groups][covariates];
      double[][] core = new double[covariates][covariates];
      double[] slopeSide = new double[covariates];
      for (Pooled point : points) {
        double linear = linear(point);
        double mean = link.mean(linear);
        double variance = link.variance(mean);
        double weight = scale * point.weight() * variance;
        double working = linear + (point.rate() - mean) / variance;
        int group = group(point);
        diagonal[group] += weight;
        interceptSide[group] += weight * working;
        for (int j = 0; j < covariates; j++) {
          double weighted = weight * point.covariates()[j];
          border[group][j] += weighted;
          slopeSide[j] += weighted * working;
          for (int k = 0; k < covariates; k++) {
            core[j][k] += weighted * point.covariates()[k];
          }
        }
      }
      for (int group = 0; group < groups; group++) {
        diagonal[group] += PRECISION;
        for (int j = 0; j < covariates; j++) {
          slopeSide[j] -= border[group][j] * interceptSide[group] / diagonal[group];
          for (int k = 0; k < covariates; k++) {
            core[j][k] -= border[group][j] * border[group][k] / diagonal[group];
          }
        }
      }
      if (covariates > 0) {
        solve(core, slopeSide);
      }
      for (int group = 0; group < groups; group++) {
        double side = interceptSide[group];
        for (int j = 0; j < covariates; j++) {
          side -= border[group][j] * slopes[j];
        }
        intercepts[group] = side / diagonal[group];
      }
    }

    private void solve(double[][] core, double[] side) {
      for (int j = 0; j < covariates; j++) {
        core[j][j] += PRECISION;
      }
      double[] solution =
          new LUDecomposition(new Array2DRowRealMatrix(core, false), 1e-14)
              .getSolver()
              .solve(new ArrayRealVector(side, false))
              .toArray();
      System.arraycopy(solution, 0, slopes, 0, covariates);
    }

    private static void approach(double[] values, double[] old) {
      for (int index = 0; index < values.length; index++) {
        values[index] = (values[index] + old[index]) / 2;
      }
    }

    private LinearFit result() {
      double deviance = 0;
      double pearson = 0;
      for (Pooled point : points) {
        double mean = link.mean(linear(point));
        double residual = point.rate() - mean;
        double weight = scale * point.weight();
        deviance += weight * link.deviance(point.rate(), mean);
        pearson += weight * residual * residual / link.variance(mean);
      }
      int groups = 0;
      double sum = 0;
      for (int group = 0; group < present.length; group++) {
        groups += present[group] ? 1 : 0;
        sum += present[group] ? intercepts[group] : 0;
      }
      double mean = sum / groups;
      double[] all = intercepts.clone();
      for (int group = 0; group < all.length; group++) {
        all[group] = present[group] ? all[group] : mean;
      }
      return new LinearFit(
          all, mean, Arrays.copyOf(slopes, covariates), deviance, pearson, groups + covariates);
    }
  }
}
