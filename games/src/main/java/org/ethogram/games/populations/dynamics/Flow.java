package org.ethogram.games.populations.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ethogram.games.populations.PopulationGame;

/**
 * Populations that all move by one law, each by its own payoffs: an ordinary differential equation,
 * solved with control of its error.
 */
public record Flow(PopulationGame game, Dynamics dynamics) implements Motion {
  /** How fast each share grows in this state. */
  public double[][] growth(double[][] shares) {
    double[][] payoffs = game.payoffs(shares);
    double[][] growth = new double[shares.length][];
    for (int population = 0; population < shares.length; population++) {
      growth[population] = dynamics.growth(shares[population], payoffs[population]);
    }
    return growth;
  }

  @Override
  public Path path(double[][] start, double[] times) {
    Shares.check(game, start);
    // A step that is tried and found too long may lie far outside the simplices.
    DormandPrince solver =
        new DormandPrince(
            vector -> Shares.flat(growth(Shares.normalised(Shares.shaped(vector, start)))));
    List<double[][]> states = new ArrayList<>();
    double[][] now = start;
    double passed = 0;
    for (double time : times) {
      double[] vector = solver.after(Shares.flat(now), time - passed);
      now = Shares.normalised(Shares.shaped(vector, start));
      passed = time;
      states.add(now);
    }
    return new Path(Arrays.stream(times).boxed().toList(), states);
  }
}
