package org.ethogram.evaluations;

/**
 * How many calls of a model some work takes, foreseen without a model.
 *
 * @param most no fewer calls than {@code least}
 */
public record CallRange(CallAmount least, CallAmount most) {
  public static final CallRange NOTHING = new CallRange(CallAmount.NOTHING, CallAmount.NOTHING);

  public CallRange {
    if (least.calls() < 0 || most.calls() < least.calls()) {
      throw new IllegalArgumentException("not a range of calls: " + least + " to " + most);
    }
  }

  public CallRange plus(CallRange other) {
    return new CallRange(least.plus(other.least), most.plus(other.most));
  }

  public CallRange times(long count) {
    return new CallRange(least.times(count), most.times(count));
  }

  /** From the fewer to the more calls of both. */
  public CallRange or(CallRange other) {
    return new CallRange(
        other.least.calls() < least.calls() ? other.least : least,
        other.most.calls() > most.calls() ? other.most : most);
  }
}
