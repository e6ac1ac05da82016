package org.ethogram.games.populations.dynamics;

import java.util.List;

/**
 * Where populations came along.
 *
 * @param times ascending
 * @param states one a time: a row of shares for each population
 */
public record Path(List<Double> times, List<double[][]> states) {
  public Path {
    times = List.copyOf(times);
    states = List.copyOf(states);
  }

  public double[][] end() {
    return states.getLast();
  }
}
