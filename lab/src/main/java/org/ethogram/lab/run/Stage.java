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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
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

  /** Non-embedding parameters of a model that may be in memory more than once. */
  private static final long SMALL = 50_000_000;

  private final int workers;
  private final Journal journal;
  private final SubjectLosses losses;
  private final Queue<EthogramException> notOpened = new ConcurrentLinkedQueue<>();

  /** The episodes of one subject. */
  private record Turn(PreparedSubject subject, List<PlannedEpisode> episodes) {
    private double work() {
      long parameters = subject.subject().identity().scale().parameters().orElse(0);
      return (double) episodes.size() * (1 + parameters);
    }

    private boolean isSmall() {
      return subject.subject().identity().scale().parameters().orElse(Long.MAX_VALUE) <= SMALL;
    }

    /** The same subject opened several times, so that a few subjects keep all workers busy. */
    private Stream<Turn> split(int copies) {
      int size = Math.ceilDiv(episodes.size(), copies);
      return IntStream.iterate(0, start -> start < episodes.size(), start -> start + size)
          .mapToObj(start -> episodes.subList(start, Math.min(start + size, episodes.size())))
          .map(part -> new Turn(subject, part));
    }
  }

  /**
   * @param workers how many models may be open at once, each computing in a thread of its own
   */
  Stage(int workers, Journal journal, SubjectLosses losses) {
    this.workers = workers;
    this.journal = journal;
    this.losses = losses;
  }

  /** Plays until nothing is left or the run is ending; what is in flight is finished. */
  void play(List<PlannedEpisode> pending) {
    Queue<Turn> turns = new ConcurrentLinkedQueue<>(turns(pending));
    try (ExecutorService executor = Executors.newFixedThreadPool(workers)) {
      for (int worker = 0; worker < workers; worker++) {
        executor.execute(() -> work(turns));
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

  private List<Turn> turns(List<PlannedEpisode> pending) {
    Map<PreparedSubject, List<PlannedEpisode>> bySubject = new LinkedHashMap<>();
    for (PlannedEpisode episode : pending) {
      bySubject.computeIfAbsent(episode.subject(), subject -> new ArrayList<>()).add(episode);
    }
    int copies = Math.ceilDiv(workers, Math.max(1, bySubject.size()));
    return bySubject.entrySet().stream()
        .map(turn -> new Turn(turn.getKey(), turn.getValue()))
        .flatMap(turn -> turn.isSmall() ? turn.split(copies) : Stream.of(turn))
        .sorted(Comparator.comparingDouble(Turn::work).reversed())
        .toList();
  }

  private void work(Queue<Turn> turns) {
    try {
      while (!journal.ending()) {
        Turn turn = turns.poll();
        if (turn == null) {
          return;
        }
        play(turn);
      }
    } catch (RuntimeException | Error e) {
      journal.fail(e);
    }
  }

  private void play(Turn turn) {
    LanguageModel opened = open(turn);
    if (opened == null) {
      return;
    }
    try (LanguageModel model = opened) {
      losses.measure(turn.subject(), model);
      var places = new Semaphore(IN_FLIGHT);
      var limited = new AtomicBoolean();
      try (ExecutorService episodes = Executors.newVirtualThreadPerTaskExecutor()) {
        for (PlannedEpisode planned : turn.episodes()) {
          places.acquireUninterruptibly();
          if (journal.ending() || limited.get()) {
            places.release();
            break;
          }
          episodes.execute(() -> play(planned, model, places, limited));
        }
      }
    }
  }

  /** A limit ends the turn of its subject; the others go on. */
  private void play(
      PlannedEpisode planned, LanguageModel model, Semaphore places, AtomicBoolean limited) {
    try {
      EpisodePlayer.play(planned, model)
          .ifPresent(played -> journal.keep(played, planned.headline()));
    } catch (EthogramException e) {
      if (e.code() == ErrorCode.LIMIT_REACHED) {
        limited.set(true);
        journal.limitReached(planned.subject().subject().label(), e);
      } else {
        journal.fail(e);
      }
    } catch (RuntimeException | Error e) {
      journal.fail(e);
    } finally {
      places.release();
    }
  }

  /** The model of a turn, or null when it cannot be opened: its episodes are then errored ones. */
  private @Nullable LanguageModel open(Turn turn) {
    try {
      return turn.subject().opener().open();
    } catch (EthogramException e) {
      notOpened.add(e);
      for (PlannedEpisode planned : turn.episodes()) {
        journal.keep(EpisodePlayer.notPlayed(planned, e), planned.headline());
      }
      return null;
    }
  }
}
