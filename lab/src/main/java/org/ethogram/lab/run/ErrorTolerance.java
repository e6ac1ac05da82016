package org.ethogram.lab.run;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * How many errored episodes a run may have before it counts as failed.
 *
 * @param number a share of the episodes when below 1, else how many
 * @param stops whether the run ends as soon as there are more
 */
public record ErrorTolerance(double number, boolean stops) {
  /** One errored episode makes the run a failed one, but the rest is still run. */
  public static final ErrorTolerance NONE = new ErrorTolerance(0, false);

  /**
   * What {@code --fail-on-error} was given: a share such as {@code 0.05}, or a number such as
   * {@code 3}. That many are tolerated; one more ends the run.
   */
  public static ErrorTolerance parse(String text) {
    if (text.matches("\\d{1,9}|0?\\.\\d{1,9}")) {
      return new ErrorTolerance(Double.parseDouble(text), true);
    }
    throw new EthogramException(
        ErrorCode.USAGE,
        "--fail-on-error",
        "'" + text + "' is neither a share nor a number of episodes",
        "Give a share such as 0.05 or a whole number such as 3");
  }

  /** Whether so many errored episodes of so many are too many. */
  boolean exceeded(long errored, long episodes) {
    return errored > (number < 1 ? number * episodes : number);
  }
}
