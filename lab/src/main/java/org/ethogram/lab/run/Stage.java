package org.ethogram.lab.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.ethogram.core.EthogramException;
import org.ethogram.lab.plan.PlannedEpisode;
import org.ethogram.lab.subject.PreparedSubject;
import org.ethogram.models.LanguageModel;
import org.jspecify.annotations.Nullable;

/**
 * Where episodes are played: one model open at a time for each worker, several episodes on it.
 *
 * <p>The largest work begins first, so that the workers end at about the same time.
 */
final class Stage {
  /** Enough episodes on one model for its batches to be filled while others are scored. */
  private static final int IN_FLIGHT = 4;

  private final int threads;
  private final Journal journal;
  private final SubjectLosses losses;
  private final Queue<EthogramException> notOpened = new ConcurrentLinkedQueue<>();

  /** The episodes of one subject. */
  private record Turn(PreparedSubject subject, List<PlannedEpisode> episodes) {
    private double work() {
      long parameters = subject.subject().identity().scale().parameters().orElse(0);
      return (double) episodes.size() * (1 + parameters);
    }
  }

  Stage(int threads, Journal journal, SubjectLosses losses) {
    this.threads = threads;
    this.journal = journal;
    this.losses = losses;
  }

  /** Plays until nothing is left or the run is ending; what is in flight is finished. */
  void play(List<PlannedEpisode> pending) {
    Queue<Turn> turns = new ConcurrentLinkedQueue<>(turns(pending));
    int workers = Math.max(1, Math.min(threads, turns.size()));
    int threadsPerModel = Math.max(1, threads / workers);
    try (ExecutorService executor = Executors.newFixedThreadPool(workers)) {
      for (int worker = 0; worker < workers; worker++) {
        executor.execute(() -> work(turns, threadsPerModel));
      }
    }
    journal.raise();
  }

  /** Throws why a model could not be opened, if one could not. */
  void raiseNotOpened() {
    EthogramException first = notOpened.peek();
    if (first != null) {
      throw first;
    }
  }

  private static List<Turn> turns(List<PlannedEpisode> pending) {
    Map<PreparedSubject, List<PlannedEpisode>> bySubject = new LinkedHashMap<>();
    for (PlannedEpisode episode : pending) {
      bySubject.computeIfAbsent(episode.subject(), subject -> new ArrayList<>()).add(episode);
    }
    return bySubject.entrySet().stream()
        .map(turn -> new Turn(turn.getKey(), turn.getValue()))
        .sorted(Comparator.comparingDouble(Turn::work).reversed())
        .toList();
  }

  private void work(Queue<Turn> turns, int threadsPerModel) {
    try {
      while (!journal.ending()) {
        Turn turn = turns.poll();
        if (turn == null) {
          return;
        }
        play(turn, threadsPerModel);
      }
    } catch (RuntimeException | Error e) {
      journal.fail(e);
    }
  }

  private void play(Turn turn, int threadsPerModel) {
    LanguageModel opened = open(turn, threadsPerModel);
    if (opened == null) {
      return;
    }
    try (LanguageModel model = opened) {
      losses.measure(turn.subject(), model);
      var places = new Semaphore(IN_FLIGHT);
      try (ExecutorService episodes = Executors.newVirtualThreadPerTaskExecutor()) {
        for (PlannedEpisode planned : turn.episodes()) {
          places.acquireUninterruptibly();
          if (journal.ending()) {
            break;
          }
          episodes.execute(() -> play(planned, model, places));
        }
      }
    }
  }

  private void play(PlannedEpisode planned, LanguageModel model, Semaphore places) {
    try {
      EpisodePlayer.play(planned, model)
          .ifPresent(played -> journal.keep(played, planned.headline()));
    } catch (RuntimeException | Error e) {
      journal.fail(e);
    } finally {
      places.release();
    }
  }

  /** The model of a turn, or null when it cannot be opened: its episodes are then errored ones. */
  private @Nullable LanguageModel open(Turn turn, int threadsPerModel) {
    try {
      return turn.subject().opener().open(threadsPerModel);
    } catch (EthogramException e) {
      notOpened.add(e);
      for (PlannedEpisode planned : turn.episodes()) {
        journal.keep(EpisodePlayer.notPlayed(planned, e), planned.headline());
      }
      return null;
    }
  }
}
