package org.ethogram.stats.laws.rates;

/** A polynomial in decades on the scale of the link. */
public enum Shape {
  FLAT(0),
  MONOTONE(1),
  QUADRATIC(2);

  private final int terms;

  Shape(int terms) {
    this.terms = terms;
  }

  /** Terms beside the intercept. */
  int terms() {
    return terms;
  }
}
