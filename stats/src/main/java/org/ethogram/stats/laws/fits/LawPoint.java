package org.ethogram.stats.laws.fits;

import java.util.List;

/**
 * One observation of a law.
 *
 * @param x the inputs of the law in its order, such as N and D, each in its own unit
 * @param y the figure, such as a loss in nats
 * @param weight how much the point counts; 1 where nothing else is known
 * @param cluster what was trained once; the checkpoints of a run are repeated measures
 */
public record LawPoint(List<Double> x, double y, double weight, String cluster) {
  public LawPoint {
    x = List.copyOf(x);
  }

  public LawPoint(List<Double> x, double y, String cluster) {
    this(x, y, 1, cluster);
  }
}
