package org.ethogram.games.fingerprints;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a strategy earns against every Joss-Ann of a probe (Ashlock & Kim 2008, Fingerprinting:
 * visualization and automatic analysis of prisoner's dilemma strategies).
 *
 * @param places the values of x and of y, ascending from 0 to 1
 * @param points in the order of y and within it of x
 */
public record Fingerprint(
    String strategy, String probe, Basis basis, List<Double> places, List<Point> points) {
  public Fingerprint {
    places = List.copyOf(places);
    points = List.copyOf(points);
  }

  /**
   * @param score the strategy's mean payoff a round
   * @param standardError over matches; 0 where nothing is left to chance, empty for a single match
   */
  public record Point(double x, double y, double score, OptionalDouble standardError) {}

  /** The point whose x and y have these places. */
  public Point at(int x, int y) {
    return points.get(y * places.size() + x);
  }
}
