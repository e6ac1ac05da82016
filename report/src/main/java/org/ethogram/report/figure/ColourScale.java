package org.ethogram.report.figure;

import java.util.Collection;
import java.util.stream.DoubleStream;

/**
 * How a number becomes a colour; all scales remain readable under the common forms of colour
 * blindness, and in print without colour where they have one direction.
 *
 * @param low value of the first colour; lower ones look the same
 * @param middle value of the neutral colour of a diverging scale; else halfway
 * @param high value of the last colour; higher ones look the same
 * @param notation how values are written beside the scale
 */
public record ColourScale(
    Kind kind, double low, double middle, double high, Axis.Notation notation) {

  /** What the colours are to say. */
  public enum Kind {
    /** From little to much: viridis, whose lightness rises evenly. */
    SEQUENTIAL(
        0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725),
    /** Below and above a middle: blue by way of white to orange. */
    DIVERGING(0x17508f, 0x4f8dc6, 0xa9cbe6, 0xf5f4f1, 0xf2c797, 0xd98a3d, 0xa64b07);

    private final String anchors;

    Kind(int... anchors) {
      StringBuilder written = new StringBuilder();
      for (int anchor : anchors) {
        written.append("%06x".formatted(anchor));
      }
      this.anchors = written.toString();
    }

    private int last() {
      return anchors.length() / 6 - 1;
    }

    private int channel(int anchor, int channel) {
      int at = 6 * anchor + 2 * channel;
      return Integer.parseInt(anchors.substring(at, at + 2), 16);
    }
  }

  public ColourScale {
    if (!(low < middle && middle < high) || !Double.isFinite(low) || !Double.isFinite(high)) {
      throw new IllegalArgumentException("not a scale: " + low + ", " + middle + ", " + high);
    }
  }

  public static ColourScale sequential(double low, double high, Axis.Notation notation) {
    return new ColourScale(Kind.SEQUENTIAL, low, (low + high) / 2, high, notation);
  }

  /** Rates from 0% to 100%. */
  public static ColourScale rate() {
    return sequential(0, 1, Axis.Notation.PERCENT);
  }

  /** As far to each side of the middle. */
  public static ColourScale diverging(double middle, double reach, Axis.Notation notation) {
    return new ColourScale(Kind.DIVERGING, middle - reach, middle, middle + reach, notation);
  }

  /** A sequential scale from the least to the greatest of the cells. */
  public static ColourScale covering(
      Collection<? extends Collection<HeatMap.Cell>> cells, Axis.Notation notation) {
    double[] values =
        cells.stream()
            .flatMap(Collection::stream)
            .map(HeatMap.Cell::value)
            .flatMapToDouble(
                value ->
                    value.isPresent() ? DoubleStream.of(value.getAsDouble()) : DoubleStream.of())
            .sorted()
            .toArray();
    double low = values.length == 0 ? 0 : values[0];
    double high = values.length == 0 ? 1 : values[values.length - 1];
    double room = high > low ? 0 : Math.max(Math.abs(low) / 10, 0.5);
    return sequential(low - room, high + room, notation);
  }

  /** The colour of a value, as {@code #rrggbb}. */
  String colour(double value) {
    int[] mixed = mixed(position(value));
    return "#%02x%02x%02x".formatted(mixed[0], mixed[1], mixed[2]);
  }

  /** What can be read on the colour of a value. */
  String inkOn(double value) {
    int[] mixed = mixed(position(value));
    double luminance = 0.299 * mixed[0] + 0.587 * mixed[1] + 0.114 * mixed[2];
    return luminance < 140 ? "#ffffff" : "#1b1f24";
  }

  /** From 0 at the low end to 1 at the high end, the middle in the middle. */
  private double position(double value) {
    double share =
        value < middle
            ? 0.5 * (value - low) / (middle - low)
            : 0.5 + 0.5 * (value - middle) / (high - middle);
    return Math.clamp(share, 0.0, 1.0);
  }

  private int[] mixed(double position) {
    double place = position * kind.last();
    int below = Math.min((int) place, kind.last() - 1);
    double share = place - below;
    int[] mixed = new int[3];
    for (int channel = 0; channel < 3; channel++) {
      int from = kind.channel(below, channel);
      int to = kind.channel(below + 1, channel);
      mixed[channel] = (int) Math.round(from + share * (to - from));
    }
    return mixed;
  }
}
