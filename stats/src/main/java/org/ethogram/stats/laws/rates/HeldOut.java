package org.ethogram.stats.laws.rates;

/**
 * A shape fitted without the largest x and asked to predict it.
 *
 * @param x the place held out
 */
public record HeldOut(Shape shape, double x, double predicted, double observed) {
  public double error() {
    return predicted - observed;
  }
}
