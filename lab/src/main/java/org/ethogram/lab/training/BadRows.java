package org.ethogram.lab.training;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** Rows of data that cannot be used, each with its place. */
final class BadRows {
  private static final int SHOWN = 5;

  private final boolean leaveOut;
  private final List<String> found = new ArrayList<>();

  /**
   * @param leaveOut whether the training goes on without them
   */
  BadRows(boolean leaveOut) {
    this.leaveOut = leaveOut;
  }

  void add(String place, String problem) {
    found.add(place + ": " + problem);
  }

  /** The rows left out, as {@code file:line: problem}. */
  List<String> found() {
    return List.copyOf(found);
  }

  /**
   * @throws EthogramException {@code INVALID_DATA} that counts the bad rows and names the first,
   *     unless they are left out
   */
  void settle() {
    if (leaveOut || found.isEmpty()) {
      return;
    }
    List<String> shown = found.subList(0, Math.min(SHOWN, found.size()));
    throw new EthogramException(
        ErrorCode.INVALID_DATA,
        "data",
        (found.size() == 1 ? "one row" : found.size() + " rows")
            + " cannot be used\n  "
            + String.join("\n  ", shown)
            + (found.size() > SHOWN ? "\n  and " + (found.size() - SHOWN) + " more" : "")
            + "\n",
        "Correct them, or say 'bad-rows: leave-out' in 'data'");
  }
}
