package org.ethogram.report.findings;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.ethogram.lab.store.Subject;

/** How subjects hang together: what was trained once, and which of its checkpoints is the last. */
public record Lineage(List<Subject> subjects) {
  private static final Comparator<Subject> BY_PROGRESS =
      Comparator.<Subject>comparingLong(s -> s.identity().scale().trainingTokens().orElse(-1))
          .thenComparingLong(s -> s.identity().scale().trainingSteps().orElse(-1));

  public Lineage {
    subjects = List.copyOf(subjects);
  }

  /** The run of training that a subject is a checkpoint of. */
  public static String run(Subject subject) {
    return subject.family() + " " + subject.size();
  }

  /** Known targets, such as the ideal reader of a corpus. */
  public List<Subject> references() {
    return subjects.stream().filter(Subject::reference).toList();
  }

  /** What the laws are about. */
  public List<Subject> measured() {
    return subjects.stream().filter(subject -> !subject.reference()).toList();
  }

  /** The last checkpoint of every run. */
  public List<Subject> finals() {
    Map<String, Subject> last = new LinkedHashMap<>();
    for (Subject subject : measured()) {
      last.merge(
          run(subject),
          subject,
          (one, other) -> BY_PROGRESS.compare(one, other) >= 0 ? one : other);
    }
    return List.copyOf(last.values());
  }

  /** Names of the sizes, from the smallest number of parameters to the largest. */
  public List<String> sizes() {
    return measured().stream()
        .sorted(Comparator.comparingLong(s -> s.identity().scale().parameters().orElse(-1)))
        .map(Subject::size)
        .distinct()
        .toList();
  }

  public List<Subject> ofSize(String size) {
    return measured().stream()
        .filter(subject -> subject.size().equals(size))
        .sorted(BY_PROGRESS)
        .toList();
  }

  /** The checkpoints of each run of this size, run by run. */
  public List<List<Subject>> runsOf(String size) {
    return families().stream()
        .map(family -> ofSize(size).stream().filter(s -> s.family().equals(family)).toList())
        .filter(run -> !run.isEmpty())
        .toList();
  }

  public List<String> families() {
    return measured().stream().map(Subject::family).distinct().toList();
  }

  /** Where a subject stands on an axis; empty where that is not known. */
  public static OptionalDouble place(Subject subject, Along along) {
    OptionalLong place = along.of(subject.identity().scale());
    return place.isPresent()
        ? OptionalDouble.of((double) place.getAsLong())
        : OptionalDouble.empty();
  }
}
