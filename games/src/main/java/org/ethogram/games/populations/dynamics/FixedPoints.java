package org.ethogram.games.populations.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.ethogram.core.Seed;
import org.ethogram.games.populations.PopulationGame;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * The states that do not move, and what becomes of small deviations from them.
 *
 * <p>Newton's method from the centre of every face and from seeded states inside; each point that
 * is returned has been verified, but nothing proves that there are no others. Where fixed points
 * fill a line or a plane, some points of it are found.
 */
public final class FixedPoints {
  private static final double RESIDUAL = 1e-11;
  private static final double SAME = 1e-6;
  private static final double LEVEL = 1e-6;
  private static final double DIFFERENCE = 1e-6;
  private static final int ITERATIONS = 60;
  private static final int SEEDED = 50;

  private final PopulationGame game;
  private final UnaryOperator<double[][]> growth;
  private final boolean map;

  private FixedPoints(PopulationGame game, UnaryOperator<double[][]> growth, boolean map) {
    this.game = game;
    this.growth = growth;
    this.map = map;
  }

  /** Those of a differential equation: stable where all eigenvalues have a negative real part. */
  public static List<FixedPoint> of(Flow flow, Seed seed) {
    return new FixedPoints(flow.game(), flow::growth, false).find(seed);
  }

  /** Those of a map: stable where all multipliers lie within the unit circle. */
  public static List<FixedPoint> of(DiscreteReplicator generations, Seed seed) {
    UnaryOperator<double[][]> growth =
        shares -> {
          double[][] next = generations.next(shares);
          for (int population = 0; population < next.length; population++) {
            for (int type = 0; type < next[population].length; type++) {
              next[population][type] -= shares[population][type];
            }
          }
          return next;
        };
    return new FixedPoints(generations.game(), growth, true).find(seed);
  }

  private List<FixedPoint> find(Seed seed) {
    List<double[][]> starts = new ArrayList<>(States.centres(game));
    RandomGenerator random = seed.derive("fixed points").generator();
    for (int start = 0; start < SEEDED; start++) {
      starts.add(States.drawn(game, random));
    }
    List<double[][]> found = new ArrayList<>();
    for (double[][] start : starts) {
      settled(start)
          .filter(point -> found.stream().noneMatch(other -> near(point, other)))
          .ifPresent(found::add);
    }
    return found.stream().map(this::described).toList();
  }

  private Optional<double[][]> settled(double[][] start) {
    double[][] point = start;
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      if (size(growth.apply(point)) < RESIDUAL) {
        return Optional.of(point);
      }
      point = Shares.normalised(improved(point));
    }
    return Optional.empty();
  }

  /** One step of Newton, shortened where it would leave the simplices. */
  private double[][] improved(double[][] point) {
    List<Move> moves = moves(point);
    if (moves.isEmpty()) {
      return point;
    }
    double[] step =
        new SingularValueDecomposition(new Array2DRowRealMatrix(jacobian(point, moves), false))
            .getSolver()
            .solve(new ArrayRealVector(reduced(growth.apply(point), moves), false).mapMultiply(-1))
            .toArray();
    double[][] direction =
        Arrays.stream(point).map(row -> new double[row.length]).toArray(double[][]::new);
    for (int move = 0; move < step.length; move++) {
      moves.get(move).add(direction, step[move]);
    }
    double length = 1;
    for (int population = 0; population < point.length; population++) {
      for (int type = 0; type < point[population].length; type++) {
        if (direction[population][type] < 0) {
          length = Math.min(length, -point[population][type] / direction[population][type]);
        }
      }
    }
    double[][] moved = copy(point);
    for (int move = 0; move < step.length; move++) {
      moves.get(move).add(moved, length * step[move]);
    }
    return moved;
  }

  private FixedPoint described(double[][] point) {
    List<Move> moves = moves(point);
    if (moves.isEmpty()) {
      return new FixedPoint(List.of(point), List.of(), FixedPoint.Stability.STABLE);
    }
    Complex[] eigenvalues = eigenvalues(jacobian(point, moves));
    double[] grows =
        Arrays.stream(eigenvalues)
            .mapToDouble(value -> map ? value.add(1).norm() - 1 : value.getReal())
            .toArray();
    double most = Arrays.stream(grows).max().orElseThrow();
    double least = Arrays.stream(grows).min().orElseThrow();
    FixedPoint.Stability stability;
    if (most > LEVEL) {
      stability = least < -LEVEL ? FixedPoint.Stability.SADDLE : FixedPoint.Stability.UNSTABLE;
    } else {
      stability = most < -LEVEL ? FixedPoint.Stability.STABLE : FixedPoint.Stability.NEUTRAL;
    }
    List<double[]> parts =
        Arrays.stream(eigenvalues)
            .map(value -> new double[] {value.getReal() + (map ? 1 : 0), value.getImaginary()})
            .toList();
    return new FixedPoint(List.of(point), parts, stability);
  }

  private static Complex[] eigenvalues(double[][] jacobian) {
    if (size(jacobian) == 0) {
      Complex[] none = new Complex[jacobian.length];
      Arrays.fill(none, Complex.ZERO);
      return none;
    }
    return new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(jacobian, false))
        .getEigenvalues();
  }

  /** A share given to a type and taken from the most common one of its population. */
  private record Move(int population, int type, int from) {
    void add(double[][] state, double share) {
      state[population][type] += share;
      state[population][from] -= share;
    }
  }

  private static List<Move> moves(double[][] point) {
    List<Move> moves = new ArrayList<>();
    for (int population = 0; population < point.length; population++) {
      int most = 0;
      for (int type = 1; type < point[population].length; type++) {
        most = point[population][type] > point[population][most] ? type : most;
      }
      for (int type = 0; type < point[population].length; type++) {
        if (type != most) {
          moves.add(new Move(population, type, most));
        }
      }
    }
    return moves;
  }

  /** By central differences, and by forward ones at the edge. */
  private double[][] jacobian(double[][] point, List<Move> moves) {
    double[][] jacobian = new double[moves.size()][moves.size()];
    for (int column = 0; column < moves.size(); column++) {
      Move move = moves.get(column);
      double back = Math.min(DIFFERENCE, point[move.population()][move.type()]);
      double[][] ahead = copy(point);
      move.add(ahead, DIFFERENCE);
      double[][] behind = copy(point);
      move.add(behind, -back);
      double[] after = reduced(growth.apply(ahead), moves);
      double[] before = reduced(growth.apply(behind), moves);
      for (int row = 0; row < moves.size(); row++) {
        jacobian[row][column] = (after[row] - before[row]) / (DIFFERENCE + back);
      }
    }
    return jacobian;
  }

  private static double[] reduced(double[][] state, List<Move> moves) {
    return moves.stream().mapToDouble(move -> state[move.population()][move.type()]).toArray();
  }

  private static double[][] copy(double[][] state) {
    return Arrays.stream(state).map(double[]::clone).toArray(double[][]::new);
  }

  private static double size(double[][] growth) {
    return Arrays.stream(growth).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
  }

  private static boolean near(double[][] one, double[][] other) {
    double[] first = Shares.flat(one);
    double[] second = Shares.flat(other);
    for (int at = 0; at < first.length; at++) {
      if (Math.abs(first[at] - second[at]) > SAME) {
        return false;
      }
    }
    return true;
  }
}
