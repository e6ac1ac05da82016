package org.ethogram.report.findings;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.ethogram.evaluations.Outcome;
import org.ethogram.lab.store.Episode;

/**
 * What was planned, what came of it, and why the rest is missing.
 *
 * @param planned episodes of the present plan
 * @param outcomes by outcome, over all subjects
 * @param bySubject by subject's label
 * @param notes how often each reason for not being scored was given, most frequent first
 */
public record Counts(
    long planned,
    Map<Outcome, Long> outcomes,
    Map<String, Map<Outcome, Long>> bySubject,
    SequencedMap<String, Long> notes) {

  public long of(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  /** Planned but not run, or not yet. */
  public long missing() {
    return Math.max(0, planned - outcomes.values().stream().mapToLong(Long::longValue).sum());
  }

  /** Episodes that ended without a measurement. */
  public long notScored() {
    return of(Outcome.UNPARSED) + of(Outcome.REFUSED) + of(Outcome.ERRORED);
  }

  /** Counts as episodes go by. */
  static final class Counter {
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Map<Outcome, Long>> bySubject = new TreeMap<>();
    private final Map<String, Long> notes = new TreeMap<>();

    void add(Episode episode) {
      Outcome outcome = episode.result().outcome();
      outcomes.merge(outcome, 1L, Long::sum);
      bySubject
          .computeIfAbsent(episode.subject().label(), label -> new EnumMap<>(Outcome.class))
          .merge(outcome, 1L, Long::sum);
      if (outcome != Outcome.SCORED) {
        notes.merge(episode.result().note(), 1L, Long::sum);
      }
    }

    Counts counts(long planned) {
      SequencedMap<String, Long> sorted = new LinkedHashMap<>();
      notes.entrySet().stream()
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .forEach(note -> sorted.put(note.getKey(), note.getValue()));
      return new Counts(planned, outcomes, bySubject, sorted);
    }
  }
}
