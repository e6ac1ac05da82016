package org.ethogram.lab.plan;

import java.util.Set;
import org.ethogram.evaluations.CallRange;
import org.ethogram.evaluations.Evaluation;
import org.ethogram.evaluations.EvaluationCase;
import org.ethogram.lab.store.EpisodeKey;
import org.ethogram.lab.store.StudyGrid;
import org.ethogram.lab.store.Subject;
import org.ethogram.lab.study.Study;
import org.ethogram.lab.subject.ForeseenSubject;

/** What of a study is not done yet, subject by subject. */
final class WorkLeft {
  private final Study study;
  private final Set<EpisodeKey> done;
  private long completed;

  WorkLeft(Study study, Set<EpisodeKey> done) {
    this.study = study;
    this.done = done;
  }

  /** How many episodes of the subjects that were asked about are done. */
  long completed() {
    return completed;
  }

  /** The calls of a subject in the episodes that are left. */
  CallRange calls(ForeseenSubject foreseen) {
    CallRange calls = CallRange.NOTHING;
    for (Study.StudiedBehaviour studied : study.evaluations()) {
      Evaluation evaluation = studied.evaluation();
      String settings = EpisodeKey.settings(evaluation);
      for (EvaluationCase evaluationCase : evaluation.cases()) {
        var planned =
            new StudyGrid.GridCase(evaluation.name(), settings, evaluationCase.identity());
        long found = foreseen.subject().map(subject -> found(planned, subject)).orElse(0L);
        completed += found;
        CallRange one = evaluation.calls(evaluationCase, foreseen.means().capabilities());
        calls = calls.plus(one.times(study.repeats() - found));
      }
    }
    return calls;
  }

  private long found(StudyGrid.GridCase planned, Subject subject) {
    long found = 0;
    for (int repeat = 0; repeat < study.repeats(); repeat++) {
      found += done.contains(planned.key(subject, repeat)) ? 1 : 0;
    }
    return found;
  }
}
