package org.ethogram.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ethogram.evaluations.Outcome;
import org.ethogram.lab.store.Episode;
import org.ethogram.lab.store.EpisodeKey;
import org.ethogram.lab.store.EpisodeStore;
import org.ethogram.lab.store.RunDescription;
import org.ethogram.lab.store.Subject;
import org.ethogram.lab.store.SubjectLoss;

/** A store in memory. */
final class SimulatedStore implements EpisodeStore {
  private final RunDescription description;
  private final List<Subject> subjects;
  private final List<Episode> episodes = new ArrayList<>();
  private final List<SubjectLoss> losses = new ArrayList<>();
  private final Set<String> warnings = new TreeSet<>();
  private final long planned;

  SimulatedStore(RunDescription description, List<Subject> subjects, long planned) {
    this.description = description;
    this.subjects = List.copyOf(subjects);
    this.planned = planned;
  }

  @Override
  public Set<EpisodeKey> completed() {
    return episodes.stream()
        .filter(episode -> episode.result().outcome() != Outcome.ERRORED)
        .map(Episode::key)
        .collect(Collectors.toSet());
  }

  @Override
  public void append(Episode episode, String transcript) {
    episodes.add(episode);
  }

  @Override
  public void append(SubjectLoss loss) {
    losses.add(loss);
  }

  @Override
  public void warn(String warning) {
    warnings.add(warning);
  }

  @Override
  public Stream<Episode> episodes() {
    return episodes.stream()
        .sorted(
            Comparator.comparing((Episode episode) -> episode.key().subject())
                .thenComparing(episode -> episode.key().evaluationCase()));
  }

  @Override
  public long planned() {
    return planned;
  }

  @Override
  public List<Subject> subjects() {
    return subjects;
  }

  @Override
  public List<SubjectLoss> losses() {
    return List.copyOf(losses);
  }

  @Override
  public String transcript(EpisodeKey key) {
    throw new IllegalStateException("a report reads no transcript");
  }

  @Override
  public RunDescription description() {
    return new RunDescription(
        description.studyName(),
        description.question(),
        description.studyText(),
        description.laws(),
        description.command(),
        description.seed(),
        description.provenance(),
        List.copyOf(warnings),
        description.started());
  }

  @Override
  public void close() {}
}
