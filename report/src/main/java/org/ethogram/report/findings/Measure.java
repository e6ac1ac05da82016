package org.ethogram.report.findings;

/**
 * A measure as a reader meets it.
 *
 * @param name in the store, such as {@code cooperation-rate}
 * @param title at the head of a column or beside an axis
 * @param meaning in one plain sentence
 */
public record Measure(String name, String title, String meaning, Kind kind) {
  /** What values a measure takes. */
  public enum Kind {
    /** A share, in [0, 1]. */
    RATE,
    /** A difference of shares, in [-1, 1]. */
    DIFFERENCE,
    /** Any number, such as points per round. */
    AMOUNT
  }
}
