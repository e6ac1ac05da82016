package org.ethogram.stats.laws.fits;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;

/**
 * Intervals of all values of a parameter that the other parameters can make nearly as likely as the
 * best fit (Venzon and Moolgavkar 1988).
 *
 * <p>They need independent points: where a cluster holds several, there is no interval and the
 * cluster bootstrap serves. A side on which no value is unlikely is open and ends at the
 * parameter's bound.
 */
public final class ProfileLikelihood {
  private static final double FARTHEST = 60;
  private static final int BISECTIONS = 30;
  private static final int MOST_ITERATIONS = 300;

  private final LawFit fit;
  private final FitProblem problem;
  private final double allowed;
  private final double level;
  private final double[] best;

  private ProfileLikelihood(LawFit fit, double level) {
    this.fit = fit;
    this.problem = new FitProblem(fit.law(), fit.loss(), fit.points());
    this.level = level;
    this.best = fit.theta().stream().mapToDouble(value -> value).toArray();
    this.allowed =
        Likelihoods.allowedCost(
            fit.loss(), fit.cost(), fit.points().size(), fit.theta().size(), level);
  }

  /** The interval of each parameter of the formula, by name. */
  public static Map<String, Estimate> intervals(LawFit fit, double level) {
    Map<String, Estimate> intervals = new LinkedHashMap<>();
    double[] theta = fit.theta().stream().mapToDouble(value -> value).toArray();
    double[] reported = fit.law().reported(theta);
    boolean independent = fit.clusters() == fit.points().size();
    boolean spare = fit.points().size() > theta.length;
    for (int parameter = 0; parameter < reported.length; parameter++) {
      String name = fit.law().parameters().get(parameter);
      if (!independent || !spare) {
        intervals.put(
            name,
            Estimate.withoutInterval(
                reported[parameter],
                fit.clusters(),
                independent
                    ? "no point beyond the parameters"
                    : "points of one cluster are not independent; use the cluster bootstrap"));
        continue;
      }
      intervals.put(name, new ProfileLikelihood(fit, level).interval(parameter));
    }
    return intervals;
  }

  private Estimate interval(int parameter) {
    double centre = fit.law().coordinates(best)[parameter];
    double value = fit.law().value(parameter, centre);
    double lower = fit.law().value(parameter, end(parameter, centre, -1));
    double upper = fit.law().value(parameter, end(parameter, centre, 1));
    return Estimate.of(
        value,
        new Interval(Math.min(lower, value), Math.max(upper, value), level),
        fit.points().size(),
        "profile likelihood");
  }

  /** The coordinate at which the cost passes what is allowed, or infinity. */
  private double end(int parameter, double centre, int side) {
    double inside = 0;
    double outside = 1e-3;
    double[] start = best;
    double[] insideTheta = best;
    while (true) {
      QuasiNewton.Minimum minimum = constrained(start, parameter, centre + side * outside);
      if (minimum.value() > allowed) {
        break;
      }
      inside = outside;
      insideTheta = minimum.theta();
      start = insideTheta;
      outside *= 2;
      if (outside > FARTHEST) {
        return side * Double.POSITIVE_INFINITY;
      }
    }
    for (int bisection = 0; bisection < BISECTIONS; bisection++) {
      double middle = (inside + outside) / 2;
      QuasiNewton.Minimum minimum = constrained(insideTheta, parameter, centre + side * middle);
      if (minimum.value() > allowed) {
        outside = middle;
      } else {
        inside = middle;
        insideTheta = minimum.theta();
      }
    }
    return centre + side * (inside + outside) / 2;
  }

  /** The best fit with one coordinate held; theta comes back whole. */
  private QuasiNewton.Minimum constrained(double[] start, int parameter, double coordinate) {
    QuasiNewton.Objective objective = problem.objective(problem.ones());
    QuasiNewton.Objective reduced =
        (free, gradient) -> {
          double[] theta = whole(free, parameter, coordinate);
          double[] full = new double[theta.length];
          double cost = objective.at(theta, full);
          double[] slope = follow(theta, parameter, coordinate);
          for (int j = 0, k = 0; j < theta.length; j++) {
            if (j != parameter) {
              gradient[k++] = full[j] + full[parameter] * slope[j];
            }
          }
          return cost;
        };
    double[] free = new double[start.length - 1];
    for (int j = 0, k = 0; j < start.length; j++) {
      if (j != parameter) {
        free[k++] = start[j];
      }
    }
    QuasiNewton.Minimum minimum = QuasiNewton.minimise(reduced, free, MOST_ITERATIONS, 1e-10);
    return new QuasiNewton.Minimum(whole(minimum.theta(), parameter, coordinate), minimum.value());
  }

  private double[] whole(double[] free, int parameter, double coordinate) {
    double[] theta = new double[free.length + 1];
    for (int j = 0, k = 0; j < theta.length; j++) {
      theta[j] = j == parameter ? 0 : free[k++];
    }
    return fit.law().withCoordinate(theta, parameter, coordinate);
  }

  /** How the held parameter's own entry of theta follows each other entry, by differences. */
  private double[] follow(double[] theta, int parameter, double coordinate) {
    double[] slopes = new double[theta.length];
    for (int j = 0; j < theta.length; j++) {
      if (j != parameter) {
        double[] moved = theta.clone();
        double step = 1e-6 * Math.max(1, Math.abs(theta[j]));
        moved[j] += step;
        double above = fit.law().withCoordinate(moved, parameter, coordinate)[parameter];
        moved[j] -= 2 * step;
        double below = fit.law().withCoordinate(moved, parameter, coordinate)[parameter];
        slopes[j] = (above - below) / (2 * step);
      }
    }
    return slopes;
  }
}
