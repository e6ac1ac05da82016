package org.ethogram.lab.run;

import java.util.OptionalLong;
import java.util.function.Consumer;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.lab.store.Episode;

/**
 * How a study is run, beside what it says itself.
 *
 * @param command the command that runs it again
 * @param limit at most so many new episodes in this run, spread over the subjects; empty runs all
 * @param listener told of every episode once it is kept, from any thread
 */
public record RunOptions(
    String command,
    OptionalLong limit,
    ErrorTolerance tolerance,
    Progress progress,
    StopSignal stop,
    Consumer<Episode> listener) {
  /** Everything, unwatched. */
  public static RunOptions quiet(String command) {
    return new RunOptions(
        command,
        OptionalLong.empty(),
        ErrorTolerance.NONE,
        Progress.NONE,
        StopSignal.NEVER,
        episode -> {});
  }
}
