package org.ethogram.games.solutions.quantal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;

/**
 * The principal branch of the logit quantal response correspondence, from play by chance at lambda
 * 0 (McKelvey & Palfrey 1995). In nearly all games it ends at one Nash equilibrium, the limiting
 * logit equilibrium.
 *
 * <p>Traced by pseudo-arclength continuation in the logarithms of probabilities and lambda together
 * (Turocy 2005, A dynamic homotopy interpretation of the logistic quantal response equilibrium
 * correspondence), so that it follows bends at which lambda falls.
 *
 * @param points in the order of the path, the last one where it was left
 * @param ending why
 */
public record LogitPath(List<QuantalResponse> points, Ending ending) {
  private static final int MOST_STEPS = 20_000;

  public LogitPath {
    points = List.copyOf(points);
  }

  /** Why a path was not followed any further. */
  public enum Ending {
    /** The largest lambda that was asked for. */
    LAMBDA_REACHED,
    /** Nobody gains more than a 100,000th of the range of payoffs. */
    NEAR_EQUILIBRIUM,
    /** Steps became too short or too many. */
    LOST
  }

  /**
   * @param mostLambda where to stop, above 0; empty for near an equilibrium
   * @throws EthogramException {@code USAGE} for a lambda that is not above 0
   */
  public static LogitPath of(Game game, OptionalDouble mostLambda) {
    if (mostLambda.isPresent()
        && !(mostLambda.getAsDouble() > 0 && Double.isFinite(mostLambda.getAsDouble()))) {
      throw new EthogramException(
          ErrorCode.USAGE,
          "lambda " + mostLambda.getAsDouble(),
          "the path begins at 0 and goes up",
          "Give a finite number above 0");
    }
    return new Trace(new LogitEquations(new ExpectedPayoffs(game)), range(game), mostLambda)
        .follow();
  }

  /** The last point. */
  public QuantalResponse last() {
    return points.getLast();
  }

  /** Whether lambda falls somewhere along the path. */
  public boolean bends() {
    for (int place = 1; place < points.size(); place++) {
      if (points.get(place).lambda() < points.get(place - 1).lambda()) {
        return true;
      }
    }
    return false;
  }

  /** The largest distance between two payoffs of a seat; 1 where all are equal. */
  private static double range(Game game) {
    double largest = 0;
    for (int seat = 0; seat < game.seats(); seat++) {
      int of = seat;
      double[] payoffs =
          game.profiles().stream().mapToDouble(profile -> game.payoff(of, profile)).toArray();
      largest =
          Math.max(
              largest,
              Arrays.stream(payoffs).max().orElse(0) - Arrays.stream(payoffs).min().orElse(0));
    }
    return largest > 0 ? largest : 1;
  }

  /** One way along the path. Lambda is measured in ranges of payoffs while it is followed. */
  private static final class Trace {
    private static final double NEAR = 1e-5;
    private static final double SHORTEST = 1e-9;

    private final LogitEquations equations;
    private final double range;
    private final OptionalDouble mostLambda;
    private final List<QuantalResponse> points = new ArrayList<>();
    private double[] point;
    private double[] direction;

    private Trace(LogitEquations equations, double range, OptionalDouble mostLambda) {
      this.equations = equations;
      this.range = range;
      this.mostLambda = mostLambda;
      this.point = equations.start();
      this.direction = new double[point.length];
      direction[point.length - 1] = 1;
    }

    private LogitPath follow() {
      record();
      double step = 0.03;
      for (int taken = 0; taken < MOST_STEPS; taken++) {
        direction = equations.tangent(point, direction, range);
        if (direction.length == 0) {
          return new LogitPath(points, Ending.LOST);
        }
        double[] next = point.clone();
        for (int place = 0; place < next.length; place++) {
          next[place] += step * direction[place];
        }
        int rounds = equations.correct(next, direction, range);
        if (rounds < 0) {
          step /= 2;
          if (step < SHORTEST) {
            return new LogitPath(points, Ending.LOST);
          }
          continue;
        }
        if (reaches(next)) {
          return new LogitPath(points, Ending.LAMBDA_REACHED);
        }
        point = next;
        record();
        if (mostLambda.isEmpty() && points.getLast().regret() <= NEAR * range) {
          return new LogitPath(points, Ending.NEAR_EQUILIBRIUM);
        }
        step *= rounds <= 3 ? 1.3 : rounds == 4 ? 1 : 0.7;
      }
      return new LogitPath(points, Ending.LOST);
    }

    /** Whether the step goes beyond the largest lambda; then the point at it is recorded. */
    private boolean reaches(double[] next) {
      int last = point.length - 1;
      if (mostLambda.isEmpty() || next[last] < mostLambda.getAsDouble() * range) {
        return false;
      }
      double[] axis = new double[point.length];
      axis[last] = 1;
      double share = (mostLambda.getAsDouble() * range - point[last]) / (next[last] - point[last]);
      double[] between = new double[point.length];
      Arrays.setAll(between, place -> point[place] + share * (next[place] - point[place]));
      between[last] = mostLambda.getAsDouble() * range;
      point = equations.correct(between, axis, range) < 0 ? next : between;
      record();
      return true;
    }

    private void record() {
      points.add(
          QuantalResponse.of(
              equations.payoffs(),
              point[point.length - 1] / range,
              Arrays.copyOf(point, point.length - 1)));
    }
  }
}
