package org.ethogram.lab.study;

import java.nio.file.Path;
import java.util.List;
import org.ethogram.core.Seed;
import org.ethogram.evaluations.Evaluation;
import org.ethogram.lab.behaviour.Behaviour.Headline;
import org.ethogram.lab.subject.SubjectEntry;

/**
 * A study as its file describes it.
 *
 * @param file where it was read from
 * @param name tells its results from those of other studies
 * @param question what it asks, in a sentence; empty where the file does not say
 * @param seed the origin of all its randomness
 * @param repeats how often each case is run, at least 1
 * @param subjects at least one
 * @param evaluations at least one
 * @param laws measures whose scaling laws are asked for; empty leaves the choice to the report
 * @param text the file after the options that change it
 */
public record Study(
    Path file,
    String name,
    String question,
    Seed seed,
    int repeats,
    List<SubjectEntry> subjects,
    List<StudiedBehaviour> evaluations,
    List<String> laws,
    String text) {
  public Study {
    subjects = List.copyOf(subjects);
    evaluations = List.copyOf(evaluations);
    laws = List.copyOf(laws);
  }

  /**
   * An evaluation under the settings of the study.
   *
   * @param headline what a display shows while the study runs
   */
  public record StudiedBehaviour(Evaluation evaluation, Headline headline) {}
}
