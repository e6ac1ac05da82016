package org.ethogram.evaluations;

/**
 * How many calls of a model some work takes, foreseen without a model.
 *
 * @param least at least 0
 * @param most at least {@code least}
 */
public record CallRange(long least, long most) {
  public CallRange {
    if (least < 0 || most < least) {
      throw new IllegalArgumentException("not a range of calls: " + least + " to " + most);
    }
  }

  public CallRange plus(CallRange other) {
    return new CallRange(least + other.least, most + other.most);
  }

  public CallRange times(long count) {
    return new CallRange(least * count, most * count);
  }
}
