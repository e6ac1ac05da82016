package org.ethogram.games.tournament;

import java.util.OptionalDouble;

/** A mean and its standard error, added up value by value (Welford 1962). */
final class Moments {
  private long count;
  private double mean;
  private double squares;

  void add(double value) {
    count++;
    double distance = value - mean;
    mean += distance / count;
    squares += distance * (value - mean);
  }

  static Moments of(double... values) {
    Moments moments = new Moments();
    for (double value : values) {
      moments.add(value);
    }
    return moments;
  }

  /**
   * @param leftToChance whether another value could have come out otherwise
   */
  Mean mean(boolean leftToChance) {
    if (!leftToChance) {
      return new Mean(count, mean, OptionalDouble.of(0));
    }
    return new Mean(
        count,
        mean,
        count < 2
            ? OptionalDouble.empty()
            : OptionalDouble.of(Math.sqrt(squares / (count - 1.0) / count)));
  }
}
