package org.ethogram.lab.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.evaluations.Outcome;

/**
 * What a run came to.
 *
 * @param folder where the store lies
 * @param planned episodes of the whole study
 * @param skipped those that earlier runs had completed
 * @param ended episodes of this run by outcome
 * @param stopped whether the user stopped it before its end
 * @param failed whether more episodes errored than were tolerated
 * @param limits why subjects could not be asked any more, by label
 */
public record RunSummary(
    Path folder,
    long planned,
    long skipped,
    Map<Outcome, Long> ended,
    boolean stopped,
    boolean failed,
    Map<String, String> limits,
    List<String> warnings,
    Duration duration) {
  public RunSummary {
    ended = Map.copyOf(ended);
    limits = Map.copyOf(limits);
    warnings = List.copyOf(warnings);
  }

  public long count(Outcome outcome) {
    return ended.getOrDefault(outcome, 0L);
  }

  /** Episodes of the study that have no result yet, the errored ones among them. */
  public long left() {
    return planned
        - skipped
        - count(Outcome.SCORED)
        - count(Outcome.UNPARSED)
        - count(Outcome.REFUSED);
  }

  /** What the command should end with, where that is not success. */
  public Optional<ErrorCode> problem() {
    if (stopped) {
      return Optional.of(ErrorCode.INTERRUPTED);
    }
    if (!limits.isEmpty()) {
      return Optional.of(ErrorCode.LIMIT_REACHED);
    }
    return failed ? Optional.of(ErrorCode.WORK_FAILED) : Optional.empty();
  }
}
