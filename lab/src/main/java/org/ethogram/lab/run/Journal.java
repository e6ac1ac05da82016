package org.ethogram.lab.run;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Ratio;
import org.ethogram.evaluations.Measurement;
import org.ethogram.evaluations.Outcome;
import org.ethogram.lab.behaviour.Behaviour.Headline;
import org.ethogram.lab.store.Episode;
import org.ethogram.lab.store.EpisodeStore;
import org.jspecify.annotations.Nullable;

/** Keeps every episode that ends, counts it and tells how the run goes; safe from any thread. */
final class Journal {
  private final EpisodeStore store;
  private final RunOptions options;
  private final Progress.Task task;
  private final long episodes;
  private final Map<Outcome, Long> ended = new EnumMap<>(Outcome.class);
  private final Map<String, Ratio> headlines = new TreeMap<>();
  private final Map<String, String> limits = new TreeMap<>();
  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable Throwable failure;

  /**
   * @param episodes how many the run is about to play
   */
  Journal(EpisodeStore store, RunOptions options, Progress.Task task, long episodes) {
    this.store = store;
    this.options = options;
    this.task = task;
    this.episodes = episodes;
  }

  void keep(EpisodePlayer.Played played, Headline headline) {
    store.append(played.episode(), played.transcript());
    Episode episode = played.episode();
    turn.lock();
    try {
      ended.merge(episode.result().outcome(), 1L, Long::sum);
      for (Measurement measurement : episode.result().measurements()) {
        if (headline.matches(measurement) && !episode.subject().reference()) {
          headlines.merge(headline.measure(), measurement.ratio(), Ratio::plus);
        }
      }
      task.report(total(), metrics(episode));
    } finally {
      turn.unlock();
    }
    options.listener().accept(episode);
  }

  private Map<String, String> metrics(Episode last) {
    Map<String, String> metrics = new TreeMap<>();
    headlines.forEach(
        (measure, pooled) ->
            pooled
                .value()
                .ifPresent(rate -> metrics.put(measure, String.format(Locale.ROOT, "%.3f", rate))));
    metrics.put("subject", last.subject().label());
    ended.forEach(
        (outcome, count) -> {
          if (outcome != Outcome.SCORED) {
            metrics.put(outcome.name().toLowerCase(Locale.ROOT), Long.toString(count));
          }
        });
    return metrics;
  }

  /** Notes that a subject may not be asked any more in this run. */
  void limitReached(String subject, EthogramException limit) {
    turn.lock();
    try {
      limits.putIfAbsent(subject, limit.getMessage());
    } finally {
      turn.unlock();
    }
  }

  /** Why subjects may not be asked any more, by label; read it when the run has ended. */
  Map<String, String> limits() {
    return limits;
  }

  /** Ends the run: what failed is not an episode but the run itself. */
  void fail(Throwable cause) {
    turn.lock();
    try {
      if (failure == null) {
        failure = cause;
      }
    } finally {
      turn.unlock();
    }
  }

  /** Whether no further episode may begin. */
  boolean ending() {
    if (options.stop().stopRequested()) {
      return true;
    }
    turn.lock();
    try {
      return failure != null || (options.tolerance().stops() && tooManyErrors());
    } finally {
      turn.unlock();
    }
  }

  boolean tooManyErrors() {
    return options.tolerance().exceeded(count(Outcome.ERRORED), episodes);
  }

  /** Episodes by outcome; read it when the run has ended. */
  Map<Outcome, Long> ended() {
    return ended;
  }

  long count(Outcome outcome) {
    return ended.getOrDefault(outcome, 0L);
  }

  /** Episodes that ended, whatever their outcome. */
  long total() {
    return ended.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Throws what ended the run, if anything did. */
  void raise() {
    switch (failure) {
      case null -> {}
      case RuntimeException exception -> throw exception;
      case Error error -> throw error;
      default -> throw new IllegalStateException(failure);
    }
  }
}
