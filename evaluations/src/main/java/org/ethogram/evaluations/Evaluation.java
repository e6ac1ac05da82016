package org.ethogram.evaluations;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.ethogram.core.Seed;
import org.ethogram.models.Capability;

/**
 * One behaviour put to the test: its cases, and what happens in one of them.
 *
 * <p>An evaluation is immutable and knows nothing of files, stores or other cases in flight. A
 * model's failure to answer is an {@link Outcome}; an exception means that the episode could not be
 * run.
 */
public interface Evaluation {
  /** The name in study files, such as {@code cooperation}. */
  String name();

  /**
   * Everything beside the factors that shapes a result, such as {@code rounds -> 6}; episodes under
   * different settings are different episodes.
   */
  SortedMap<String, String> settings();

  /** The full crossing of factors, in an order that never changes for equal settings. */
  List<EvaluationCase> cases();

  /**
   * How many calls a case takes, for a plan that is shown before it runs.
   *
   * @param subject what the model that is measured can do
   */
  CallRange calls(EvaluationCase evaluationCase, Set<Capability> subject);

  /**
   * What the model that is measured must be able to do; a plan with one that cannot is refused
   * before anything is run.
   */
  default Set<Capability> needed() {
    return Set.of();
  }

  /** Runs one case as straight-line code; the seed is this episode's alone. */
  CaseResult run(EvaluationCase evaluationCase, Cast cast, Seed seed);
}
