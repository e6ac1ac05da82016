package org.ethogram.report.figure;

import java.util.Optional;

/**
 * What one direction of a panel means.
 *
 * @param field the column's name in the data beside the figure, such as {@code parameters}
 * @param label with its unit, for readers
 * @param domain the ends of the axis; empty to follow the data
 */
public record Axis(
    String field, String label, Scale scale, Notation notation, Optional<Domain> domain) {

  /** How a value becomes a position. */
  public enum Scale {
    LINEAR,
    /** Base 10; a value of 0 stands apart, left of a break in the axis. */
    LOGARITHMIC
  }

  /** How a value is written. */
  public enum Notation {
    /** 0.25 as 25%. */
    PERCENT,
    /** 150000 as 150k. */
    COUNT,
    DECIMAL
  }

  /** The ends of an axis, low before high. */
  public record Domain(double low, double high) {
    public Domain {
      if (!(low < high)) {
        throw new IllegalArgumentException("not a domain: " + low + " to " + high);
      }
    }
  }

  /** A rate, from 0% to 100%. */
  public static Axis rate(String field, String label) {
    return new Axis(field, label, Scale.LINEAR, Notation.PERCENT, Optional.of(new Domain(0, 1)));
  }

  /** A difference of rates that follows the data. */
  public static Axis difference(String field, String label) {
    return new Axis(field, label, Scale.LINEAR, Notation.PERCENT, Optional.empty());
  }

  /** A count on a logarithmic axis that follows the data. */
  public static Axis logarithmic(String field, String label) {
    return new Axis(field, label, Scale.LOGARITHMIC, Notation.COUNT, Optional.empty());
  }

  /** A plain number that follows the data. */
  public static Axis decimal(String field, String label) {
    return new Axis(field, label, Scale.LINEAR, Notation.DECIMAL, Optional.empty());
  }
}
