package org.ethogram.lab.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ethogram.evaluations.CallRange;
import org.ethogram.evaluations.Evaluation;
import org.ethogram.evaluations.EvaluationCase;
import org.ethogram.lab.store.EpisodeKey;
import org.ethogram.lab.study.Study;
import org.ethogram.lab.subject.ForeseenSubject;
import org.ethogram.lab.subject.Means;
import org.ethogram.lab.subject.SubjectEntry;
import org.ethogram.lab.subject.Terms;
import org.ethogram.lab.subject.Workplace;

/**
 * What running a study would come to, found with no model opened, nothing grown, nothing written.
 *
 * @param subjects in the order of the file
 * @param evaluations in the order of the registry
 * @param completed episodes of this form of the study that are in the store already
 * @param calls of models, over all episodes that are left
 * @param bills of the remote subjects, for the episodes that are left
 */
public record Forecast(
    Study study,
    List<ForeseenSubject> subjects,
    List<ForeseenEvaluation> evaluations,
    long completed,
    CallRange calls,
    List<ForeseenBill> bills) {
  public Forecast {
    subjects = List.copyOf(subjects);
    evaluations = List.copyOf(evaluations);
    bills = List.copyOf(bills);
  }

  /**
   * An evaluation's share of the plan.
   *
   * @param cases for each subject
   * @param calls for one subject and one repeat
   */
  public record ForeseenEvaluation(String name, int cases, CallRange calls) {}

  /** What a remote subject comes to. */
  public record ForeseenBill(String label, Terms terms, CallRange calls) {
    public Terms.Bill bill() {
      return terms.bill(calls);
    }
  }

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
    Map<String, Means> means = new LinkedHashMap<>();
    subjects.forEach(subject -> means.put(subject.label(), subject.means()));
    Ability.check(study, means);
    var left = new WorkLeft(study, completed);
    CallRange calls = CallRange.NOTHING;
    List<ForeseenBill> bills = new ArrayList<>();
    for (ForeseenSubject subject : subjects) {
      CallRange own = left.calls(subject);
      calls = calls.plus(own);
      subject
          .means()
          .terms()
          .ifPresent(terms -> bills.add(new ForeseenBill(subject.label(), terms, own)));
    }
    return new Forecast(
        study, subjects, evaluations(study, subjects), left.completed(), calls, bills);
  }

  private static List<ForeseenEvaluation> evaluations(Study study, List<ForeseenSubject> subjects) {
    List<ForeseenEvaluation> evaluations = new ArrayList<>();
    for (Study.StudiedBehaviour studied : study.evaluations()) {
      Evaluation evaluation = studied.evaluation();
      List<EvaluationCase> cases = evaluation.cases();
      CallRange calls =
          subjects.stream()
              .map(subject -> subject.means().capabilities())
              .distinct()
              .map(
                  able ->
                      cases.stream()
                          .map(one -> evaluation.calls(one, able))
                          .reduce(CallRange.NOTHING, CallRange::plus))
              .reduce(CallRange::or)
              .orElse(CallRange.NOTHING);
      evaluations.add(new ForeseenEvaluation(evaluation.name(), cases.size(), calls));
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
