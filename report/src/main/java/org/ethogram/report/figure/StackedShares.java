package org.ethogram.report.figure;

import java.util.List;

/**
 * How a whole is divided along an axis, as bands one above the other.
 *
 * @param name lower case with hyphens; the stem of the figure's files
 * @param title drawn above it unless empty
 * @param caption how to read it
 * @param x linear
 * @param places the values of x, ascending, two at least
 * @param bands from the bottom upwards; at each place their shares are 1 together
 */
public record StackedShares(
    String name, String title, String caption, Axis x, List<Double> places, List<Band> bands)
    implements Drawing {
  public StackedShares {
    places = List.copyOf(places);
    bands = List.copyOf(bands);
    int count = places.size();
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")
        || count < 2
        || bands.isEmpty()
        || bands.stream().anyMatch(band -> band.shares().size() != count)) {
      throw new IllegalArgumentException("not stacked shares: " + name + ", sizes do not fit");
    }
  }

  /**
   * @param shares from 0 to 1, one a place
   */
  public record Band(Kind kind, List<Double> shares) {
    public Band {
      shares = List.copyOf(shares);
    }
  }

  @Override
  public String svg(Ink ink) {
    return SvgStackedShares.render(this, ink);
  }

  @Override
  public String csv() {
    return CsvFigure.render(this);
  }
}
