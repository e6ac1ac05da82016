package org.ethogram.games.populations.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.populations.PopulationGame;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.hipparchus.ode.sampling.ODEStepHandler;

/**
 * Populations that all move by one law, each by its own payoffs: an ordinary differential equation,
 * solved by the method of Dormand & Prince of order 8 with control of its error (Hairer, Norsett &
 * Wanner 1993).
 */
public record Flow(PopulationGame game, Dynamics dynamics) implements Motion {
  private static final double TOLERANCE = 1e-10;
  private static final double SHORTEST_STEP = 1e-14;

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
    double end = times[times.length - 1];
    Watch watch = new Watch(start, times);
    watch.seen(0, start);
    if (end > 0) {
      DormandPrince853Integrator integrator =
          new DormandPrince853Integrator(SHORTEST_STEP * end, end, TOLERANCE, TOLERANCE);
      integrator.addStepHandler(watch);
      try {
        integrator.integrate(equation(start), new ODEState(0, Shares.flat(start)), end);
      } catch (MathIllegalStateException e) {
        throw new EthogramException(
            ErrorCode.NOT_FINITE,
            "dynamics until time " + end,
            "no step is short enough (" + e.getMessage() + ")",
            "Lower the intensity or the payoffs",
            e);
      }
    }
    return watch.path();
  }

  private OrdinaryDifferentialEquation equation(double[][] pattern) {
    int dimension = Shares.flat(pattern).length;
    return new OrdinaryDifferentialEquation() {
      @Override
      public int getDimension() {
        return dimension;
      }

      @Override
      public double[] computeDerivatives(double time, double[] vector) {
        // A step that is tried and found too long may lie far outside the simplices.
        return Shares.flat(growth(Shares.normalised(Shares.shaped(vector, pattern))));
      }
    };
  }

  /** Notes the states at the wanted times as the solver passes them. */
  private static final class Watch implements ODEStepHandler {
    private final double[][] pattern;
    private final double[] times;
    private final List<double[][]> states = new ArrayList<>();

    private Watch(double[][] pattern, double[] times) {
      this.pattern = pattern;
      this.times = times;
    }

    private void seen(double time, double[][] state) {
      while (states.size() < times.length && times[states.size()] <= time) {
        states.add(Shares.normalised(state));
      }
    }

    @Override
    public void handleStep(ODEStateInterpolator step) {
      double passed = step.getCurrentState().getTime();
      while (states.size() < times.length && times[states.size()] <= passed) {
        double[] vector = step.getInterpolatedState(times[states.size()]).getPrimaryState();
        states.add(Shares.normalised(Shares.shaped(vector, pattern)));
      }
    }

    private Path path() {
      return new Path(Arrays.stream(times).boxed().toList(), states);
    }
  }
}
