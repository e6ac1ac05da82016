package org.ethogram.lab.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ethogram.evaluations.CallRange;
import org.ethogram.evaluations.Evaluation;
import org.ethogram.evaluations.EvaluationCase;
import org.ethogram.lab.store.EpisodeKey;
import org.ethogram.lab.store.StudyGrid;
import org.ethogram.lab.store.Subject;
import org.ethogram.lab.study.Study;
import org.ethogram.lab.subject.ForeseenSubject;
import org.ethogram.lab.subject.SubjectEntry;
import org.ethogram.lab.subject.Workplace;

/**
 * What running a study would come to, found with no model opened, nothing grown, nothing written.
 *
 * @param subjects in the order of the file
 * @param evaluations in the order of the registry
 * @param completed episodes of this form of the study that are in the store already
 * @param calls of models, over all episodes that are left
 */
public record Forecast(
    Study study,
    List<ForeseenSubject> subjects,
    List<ForeseenEvaluation> evaluations,
    long completed,
    CallRange calls) {
  public Forecast {
    subjects = List.copyOf(subjects);
    evaluations = List.copyOf(evaluations);
  }

  /**
   * An evaluation's share of the plan.
   *
   * @param cases for each subject
   * @param calls for one subject and one repeat
   */
  public record ForeseenEvaluation(String name, int cases, CallRange calls) {}

  /**
   * @param completed the keys that the store of the run holds; empty where there is no store
   */
  public static Forecast of(Study study, Workplace workplace, Set<EpisodeKey> completed) {
    List<ForeseenSubject> subjects = new ArrayList<>();
    for (SubjectEntry entry : study.subjects()) {
      subjects.addAll(entry.foresee(workplace));
    }
    Plan.refuseEqualLabels(subjects.stream().map(ForeseenSubject::label).toList());
    CheckpointIntegrity.check(subjects.stream().flatMap(s -> s.subject().stream()).toList());
    long done = 0;
    CallRange calls = new CallRange(0, 0);
    for (Study.StudiedBehaviour studied : study.evaluations()) {
      Evaluation evaluation = studied.evaluation();
      String settings = EpisodeKey.settings(evaluation);
      for (EvaluationCase evaluationCase : evaluation.cases()) {
        var planned =
            new StudyGrid.GridCase(evaluation.name(), settings, evaluationCase.identity());
        long found = completed(planned, subjects, study.repeats(), completed);
        done += found;
        long left = (long) subjects.size() * study.repeats() - found;
        calls = calls.plus(evaluation.calls(evaluationCase).times(left));
      }
    }
    return new Forecast(study, subjects, evaluations(study), done, calls);
  }

  private static long completed(
      StudyGrid.GridCase planned,
      List<ForeseenSubject> subjects,
      int repeats,
      Set<EpisodeKey> completed) {
    long found = 0;
    for (ForeseenSubject foreseen : subjects) {
      if (foreseen.subject().isPresent()) {
        Subject subject = foreseen.subject().get();
        for (int repeat = 0; repeat < repeats; repeat++) {
          found += completed.contains(planned.key(subject, repeat)) ? 1 : 0;
        }
      }
    }
    return found;
  }

  private static List<ForeseenEvaluation> evaluations(Study study) {
    List<ForeseenEvaluation> evaluations = new ArrayList<>();
    for (Study.StudiedBehaviour studied : study.evaluations()) {
      CallRange calls = new CallRange(0, 0);
      List<EvaluationCase> cases = studied.evaluation().cases();
      for (EvaluationCase evaluationCase : cases) {
        calls = calls.plus(studied.evaluation().calls(evaluationCase));
      }
      evaluations.add(new ForeseenEvaluation(studied.evaluation().name(), cases.size(), calls));
    }
    return evaluations;
  }

  /** All episodes of the plan, done or not. */
  public long episodes() {
    long cases = evaluations.stream().mapToLong(ForeseenEvaluation::cases).sum();
    return cases * subjects.size() * study.repeats();
  }

  /** How many subjects have to be grown first. */
  public long toGrow() {
    return count(ForeseenSubject.State.TO_GROW);
  }

  /** How many subjects have to be fetched from a hub first. */
  public long toFetch() {
    return count(ForeseenSubject.State.TO_FETCH);
  }

  private long count(ForeseenSubject.State state) {
    return subjects.stream().filter(subject -> subject.state() == state).count();
  }
}
