package org.ethogram.lab.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.evaluations.EvaluationCase;
import org.ethogram.lab.store.EpisodeKey;
import org.ethogram.lab.store.StudyGrid;
import org.ethogram.lab.store.Subject;
import org.ethogram.lab.study.Study;
import org.ethogram.lab.subject.Means;
import org.ethogram.lab.subject.PreparedSubject;
import org.ethogram.lab.subject.SubjectEntry;
import org.ethogram.lab.subject.Workplace;

/**
 * The grid of a study over subjects that exist: every subject x case x repeat.
 *
 * @param warnings what a reader of the results must know
 */
public record Plan(Study study, List<PreparedSubject> subjects, List<String> warnings) {
  public Plan {
    subjects = List.copyOf(subjects);
    warnings = List.copyOf(warnings);
  }

  /**
   * Makes the subjects ready, growing organisms where they have to be, and checks that they are
   * what they say and can do what is asked of them. Opens no model.
   */
  public static Plan prepare(Study study, Workplace workplace, Progress progress, StopSignal stop) {
    Map<String, Means> remote = new LinkedHashMap<>();
    study.subjects().forEach(entry -> remote.putAll(entry.remoteSubjects()));
    Ability.check(study, remote);
    List<PreparedSubject> prepared = new ArrayList<>();
    for (SubjectEntry entry : study.subjects()) {
      prepared.addAll(entry.prepare(workplace, progress, stop));
    }
    List<Subject> subjects = prepared.stream().map(PreparedSubject::subject).toList();
    refuseEqualLabels(subjects.stream().map(Subject::label).toList());
    return new Plan(study, prepared, CheckpointIntegrity.check(subjects));
  }

  static void refuseEqualLabels(List<String> labels) {
    Set<String> seen = new HashSet<>();
    for (String label : labels) {
      if (!seen.add(label)) {
        throw new EthogramException(
            ErrorCode.CONFIGURATION,
            "subjects",
            "two subjects are called '" + label + "'",
            "Give one of them another name with 'label:'");
      }
    }
  }

  /** What the store has to know of the present form of the study. */
  public StudyGrid grid() {
    return new StudyGrid(
        subjects.stream().map(PreparedSubject::subject).toList(), cases(study), study.repeats());
  }

  static List<StudyGrid.GridCase> cases(Study study) {
    List<StudyGrid.GridCase> cases = new ArrayList<>();
    for (Study.StudiedBehaviour studied : study.evaluations()) {
      String settings = EpisodeKey.settings(studied.evaluation());
      for (EvaluationCase evaluationCase : studied.evaluation().cases()) {
        cases.add(
            new StudyGrid.GridCase(
                studied.evaluation().name(), settings, evaluationCase.identity()));
      }
    }
    return cases;
  }

  /**
   * The episodes that are not completed, case by case: the first ones spread over all subjects, so
   * that a limited run says a little of everybody.
   */
  public List<PlannedEpisode> pending(Set<EpisodeKey> completed) {
    List<PlannedEpisode> pending = new ArrayList<>();
    for (int repeat = 0; repeat < study.repeats(); repeat++) {
      for (Study.StudiedBehaviour studied : study.evaluations()) {
        String settings = EpisodeKey.settings(studied.evaluation());
        for (EvaluationCase evaluationCase : studied.evaluation().cases()) {
          for (PreparedSubject subject : subjects) {
            var key =
                new EpisodeKey(
                    subject.subject().hash(),
                    studied.evaluation().name(),
                    settings,
                    evaluationCase.identity(),
                    repeat);
            if (!completed.contains(key)) {
              pending.add(
                  new PlannedEpisode(
                      key,
                      subject,
                      studied.evaluation(),
                      evaluationCase,
                      studied.headline(),
                      PlannedEpisode.seed(study.seed(), key)));
            }
          }
        }
      }
    }
    return pending;
  }
}
