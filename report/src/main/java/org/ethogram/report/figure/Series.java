package org.ethogram.report.figure;

import java.util.List;

/**
 * Points that belong together, and the law fitted to them.
 *
 * @param name in the data beside the figure
 * @param labelled whether the name is written beside the series
 * @param joined true to join the points, in the order of x, by a line
 * @param fit a fitted curve with its interval as a ribbon; empty for none
 */
public record Series(
    String name,
    boolean labelled,
    Tone tone,
    Marker marker,
    List<Point> points,
    boolean joined,
    List<Point> fit) {
  public Series {
    points = List.copyOf(points);
    fit = List.copyOf(fit);
  }

  /** The shape of a point, so that series differ by more than colour. */
  public enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    RING,
    CROSS;

    /** The marker of the series of this index, from 0. */
    public static Marker of(int index) {
      return values()[index % values().length];
    }
  }
}
