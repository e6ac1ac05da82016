package org.ethogram.lab.store;

import java.util.List;

/**
 * The present form of a study: every subject meets every case as often as it is repeated.
 *
 * @param subjects in the order of the study file
 * @param repeats at least 1
 */
public record StudyGrid(List<Subject> subjects, List<GridCase> cases, int repeats) {
  public StudyGrid {
    subjects = List.copyOf(subjects);
    cases = List.copyOf(cases);
  }

  /** A case as an {@link EpisodeKey} names it. */
  public record GridCase(String evaluation, String settings, String evaluationCase) {
    public EpisodeKey key(Subject subject, int repeat) {
      return new EpisodeKey(subject.hash(), evaluation, settings, evaluationCase, repeat);
    }
  }

  /** How many episodes the grid holds. */
  public long episodes() {
    return (long) subjects.size() * cases.size() * repeats;
  }
}
