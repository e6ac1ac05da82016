package org.ethogram.games.solutions.polynomial;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.solutions.polynomial.PathTracker.End;

/**
 * The mixed profiles in which everybody is indifferent between the actions of a support and plays
 * all of them.
 *
 * @param profiles for each solution the probabilities of the support's actions, seat after seat
 * @param isolated whether every path ended at a solution of its own at which the equations are
 *     regular, so that nothing is missing
 * @param paths how many were followed
 */
record SupportSolutions(List<double[][]> profiles, boolean isolated, int paths) {
  private static final double REAL = 1e-8;
  private static final int ATTEMPTS = 3;

  SupportSolutions {
    profiles = List.copyOf(profiles);
  }

  static SupportSolutions of(Game game, List<int[]> supports, Seed seed) {
    SupportEquations equations = new SupportEquations(game, supports);
    SupportSolutions solutions = new SupportSolutions(List.of(), false, 0);
    double longest = 0.1;
    for (int attempt = 0; attempt < ATTEMPTS && !solutions.isolated; attempt++) {
      Homotopy homotopy = new Homotopy(equations, seed.derive("homotopy", attempt).generator());
      PathTracker tracker = new PathTracker(homotopy, longest);
      solutions = of(equations, homotopy.starts().stream().map(tracker::follow).toList());
      longest /= 4;
    }
    return solutions;
  }

  private static SupportSolutions of(SupportEquations equations, List<End> ends) {
    boolean isolated = true;
    List<double[][]> profiles = new ArrayList<>();
    for (int place = 0; place < ends.size(); place++) {
      End end = ends.get(place);
      isolated &= end.regular() && isNew(end, ends.subList(0, place));
      double[][] profile = new double[equations.seats()][];
      if (isInside(equations, end.point(), profile)
          && profiles.stream().noneMatch(other -> near(other, profile))) {
        profiles.add(profile);
      }
    }
    return new SupportSolutions(profiles, isolated, ends.size());
  }

  /**
   * Divides the weights of every seat by their sum, which is 0 at infinity.
   *
   * @return whether the result is real and above 0 for every action
   */
  private static boolean isInside(SupportEquations equations, double[] point, double[][] profile) {
    for (int seat = 0; seat < profile.length; seat++) {
      double real = 0;
      double imaginary = 0;
      double size = 0;
      profile[seat] = new double[equations.size(seat)];
      for (int action = 0; action < profile[seat].length; action++) {
        int at = 2 * (equations.offset(seat) + action);
        real += point[at];
        imaginary += point[at + 1];
        size = Math.max(size, Math.hypot(point[at], point[at + 1]));
      }
      double square = real * real + imaginary * imaginary;
      if (!(Math.sqrt(square) > REAL * size)) {
        return false;
      }
      for (int action = 0; action < profile[seat].length; action++) {
        int at = 2 * (equations.offset(seat) + action);
        double share = (point[at] * real + point[at + 1] * imaginary) / square;
        double rest = (point[at + 1] * real - point[at] * imaginary) / square;
        if (Math.abs(rest) > REAL || share < REAL) {
          return false;
        }
        profile[seat][action] = share;
      }
    }
    return true;
  }

  private static boolean isNew(End end, List<End> before) {
    return before.stream()
        .noneMatch(
            other -> {
              double[] difference = end.point().clone();
              for (int at = 0; at < difference.length; at++) {
                difference[at] -= other.point()[at];
              }
              return ComplexNumbers.norm(difference)
                  < REAL * (1 + ComplexNumbers.norm(end.point()));
            });
  }

  private static boolean near(double[][] one, double[][] other) {
    for (int seat = 0; seat < one.length; seat++) {
      for (int action = 0; action < one[seat].length; action++) {
        if (Math.abs(one[seat][action] - other[seat][action]) > REAL) {
          return false;
        }
      }
    }
    return true;
  }
}
