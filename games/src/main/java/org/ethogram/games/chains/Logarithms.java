package org.ethogram.games.chains;

/** Sums of numbers that are known by their natural logarithms. */
public final class Logarithms {
  private Logarithms() {}

  /** ln(exp(one) + exp(other)), without overflow. */
  public static double sum(double one, double other) {
    double larger = Math.max(one, other);
    return larger == Double.NEGATIVE_INFINITY
        ? larger
        : larger + Math.log1p(Math.exp(Math.min(one, other) - larger));
  }
}
