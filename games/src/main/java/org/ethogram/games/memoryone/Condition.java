package org.ethogram.games.memoryone;

/**
 * An equation or inequality of which a verdict is made.
 *
 * @param text with the symbols of the literature
 * @param margin by how much it holds; below 0 by how much it fails, in the unit of its sides
 */
record Condition(String text, double margin, Kind kind) {
  /** What rounding may have done to a margin. */
  static final double TOLERANCE = 1e-9;

  /** How the two sides must stand to each other. */
  enum Kind {
    LESS,
    AT_MOST,
    EQUAL
  }

  static Condition less(String text, double left, double right) {
    return new Condition(text, right - left, Kind.LESS);
  }

  static Condition atMost(String text, double left, double right) {
    return new Condition(text, right - left, Kind.AT_MOST);
  }

  static Condition equal(String text, double left, double right) {
    return new Condition(text, -Math.abs(left - right), Kind.EQUAL);
  }

  boolean holds() {
    return kind == Kind.LESS ? margin > TOLERANCE : margin >= -TOLERANCE;
  }

  /** Whether it can hold with something to spare. */
  boolean isInequality() {
    return kind != Kind.EQUAL;
  }
}
