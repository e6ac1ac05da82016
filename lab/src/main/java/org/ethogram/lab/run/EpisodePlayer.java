package org.ethogram.lab.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.evaluations.CaseResult;
import org.ethogram.evaluations.Cast;
import org.ethogram.evaluations.Outcome;
import org.ethogram.lab.plan.PlannedEpisode;
import org.ethogram.lab.store.Episode;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.record.RecordingModel;

/** Runs one episode and keeps what was said in it. */
final class EpisodePlayer {
  /** An episode and its transcript. */
  record Played(Episode episode, String transcript) {}

  private EpisodePlayer() {}

  /**
   * The episode with its result; one that threw is an errored one. Nothing when it was interrupted,
   * so that it is run again.
   *
   * @throws EthogramException {@code LIMIT_REACHED} when the model may not be asked any more, and
   *     {@code FILE_ACCESS} when its answers cannot be kept: the episode is run again, too
   */
  static Optional<Played> play(PlannedEpisode planned, LanguageModel model) {
    Instant started = Instant.now();
    long clock = System.nanoTime();
    var recording = new RecordingModel(model);
    CaseResult result;
    try {
      result =
          planned.evaluation().run(planned.evaluationCase(), Cast.of(recording), planned.seed());
    } catch (EthogramException e) {
      if (e.code() == ErrorCode.INTERRUPTED) {
        return Optional.empty();
      }
      // An answer that cannot be kept would be asked for, and paid, again and again.
      if (e.code() == ErrorCode.LIMIT_REACHED || e.code() == ErrorCode.FILE_ACCESS) {
        throw e;
      }
      result = errored(e);
    } catch (RuntimeException e) {
      result = errored(e);
    }
    Duration duration = Duration.ofNanos(System.nanoTime() - clock);
    return Optional.of(
        new Played(episode(planned, result, started, duration), recording.transcript()));
  }

  /** An episode that could not even begin. */
  static Played notPlayed(PlannedEpisode planned, RuntimeException cause) {
    return new Played(episode(planned, errored(cause), Instant.now(), Duration.ZERO), "");
  }

  private static Episode episode(
      PlannedEpisode planned, CaseResult result, Instant started, Duration duration) {
    return new Episode(
        planned.key(),
        planned.subject().subject(),
        planned.evaluationCase(),
        planned.seed(),
        result,
        started,
        duration);
  }

  private static CaseResult errored(RuntimeException cause) {
    String note =
        switch (cause) {
          case EthogramException known -> known.code().label() + ' ' + known.getMessage();
          default -> ErrorCode.WORK_FAILED.label() + ' ' + cause + at(cause);
        };
    return new CaseResult(Outcome.ERRORED, List.of(), note);
  }

  private static String at(RuntimeException cause) {
    StackTraceElement[] frames = cause.getStackTrace();
    return frames.length == 0 ? "" : " at " + frames[0];
  }
}
