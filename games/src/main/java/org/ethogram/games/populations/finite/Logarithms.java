package org.ethogram.games.populations.finite;

/** Sums of numbers that are known by their natural logarithms. */
final class Logarithms {
  private Logarithms() {}

  /** ln(exp(one) + exp(other)), without overflow. */
  static double sum(double one, double other) {
    double larger = Math.max(one, other);
    return larger == Double.NEGATIVE_INFINITY
        ? larger
        : larger + Math.log1p(Math.exp(Math.min(one, other) - larger));
  }
}
