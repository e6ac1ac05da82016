package org.ethogram.lab.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.evaluations.Outcome;
import org.ethogram.lab.plan.Forecast;
import org.ethogram.lab.plan.Plan;
import org.ethogram.lab.plan.PlannedEpisode;
import org.ethogram.lab.store.EpisodeKey;
import org.ethogram.lab.store.EpisodeStore;
import org.ethogram.lab.store.RunDescription;
import org.ethogram.lab.store.SqliteStore;
import org.ethogram.lab.study.Study;
import org.ethogram.lab.subject.PreparedSubject;
import org.ethogram.lab.subject.Workplace;

/**
 * Runs studies on this machine.
 *
 * <p>Running a study again into the same folder goes on where it was: completed episodes are
 * skipped, errored ones and what was added to the study since are run.
 */
public final class StudyRunner {
  private final Workplace workplace;

  public StudyRunner(Workplace workplace) {
    this.workplace = workplace;
  }

  /** What {@link #run} would do; opens no model, grows nothing and runs nothing. */
  public Forecast foresee(Study study, Path out) {
    SqliteStore.refuseOther(out, study.name(), study.seed());
    Set<EpisodeKey> completed =
        SqliteStore.find(out)
            .map(
                found -> {
                  try (EpisodeStore store = found) {
                    return store.completed();
                  }
                })
            .orElse(Set.of());
    return Forecast.of(study, workplace, completed);
  }

  /**
   * Makes the subjects ready and runs every episode that is left.
   *
   * @param out the folder of the run, made when it is absent
   * @throws EthogramException when nothing can be run: another study in the folder, a subject that
   *     is not what it says, no model that opens; {@code INTERRUPTED} when stopped while growing
   */
  public RunSummary run(Study study, Path out, RunOptions options) {
    Instant started = Instant.now();
    SqliteStore.refuseOther(out, study.name(), study.seed());
    Plan plan = Plan.prepare(study, workplace, options.progress(), options.stop());
    try (EpisodeStore store =
        SqliteStore.write(out, description(plan, options, started), plan.grid())) {
      for (PreparedSubject subject : plan.subjects()) {
        subject.losses().forEach(store::append);
      }
      List<PlannedEpisode> pending = plan.pending(store.completed());
      List<PlannedEpisode> playing =
          pending.stream().limit(options.limit().orElse(Long.MAX_VALUE)).toList();
      Journal journal = play(playing, store, options);
      return new RunSummary(
          out,
          plan.grid().episodes(),
          plan.grid().episodes() - pending.size(),
          journal.ended(),
          options.stop().stopRequested() && journal.total() < playing.size(),
          journal.tooManyErrors(),
          journal.limits(),
          store.description().warnings(),
          Duration.between(started, Instant.now()));
    }
  }

  private Journal play(List<PlannedEpisode> playing, EpisodeStore store, RunOptions options) {
    var losses = new SubjectLosses(store);
    try (Progress.Task task = options.progress().begin("play", playing.size(), "episodes")) {
      var journal = new Journal(store, options, task, playing.size());
      var stage = new Stage(workplace.threads(), journal, losses);
      stage.play(playing);
      if (journal.total() == journal.count(Outcome.ERRORED)) {
        stage.raiseNotOpened();
      }
      losses.check();
      return journal;
    }
  }

  private RunDescription description(Plan plan, RunOptions options, Instant started) {
    Study study = plan.study();
    return new RunDescription(
        study.name(),
        study.question(),
        study.text(),
        study.laws(),
        options.command(),
        study.seed(),
        Surroundings.read(workplace.threads()),
        plan.warnings(),
        started);
  }
}
