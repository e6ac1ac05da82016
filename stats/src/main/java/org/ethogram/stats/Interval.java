package org.ethogram.stats;

/**
 * A confidence interval; a bound that the data leave open is infinite.
 *
 * @param level the share of repetitions in which such an interval holds the truth, in (0, 1)
 */
public record Interval(double lower, double upper, double level) {
  /** The level of every interval for which no other is asked. */
  public static final double USUAL_LEVEL = 0.95;

  public Interval {
    if (!(lower <= upper) || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "not an interval: [" + lower + ", " + upper + "] at level " + level);
    }
  }

  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  /** Whether every value of this interval lies within {@code margin} of zero. */
  public boolean isWithin(double margin) {
    return -margin <= lower && upper <= margin;
  }

  public double width() {
    return upper - lower;
  }
}
