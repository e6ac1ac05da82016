package org.ethogram.evaluations;

import java.util.List;
import java.util.SortedMap;
import org.ethogram.core.Seed;

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

  /** How many model calls a case takes, for a plan that is shown before it runs. */
  CallRange calls(EvaluationCase evaluationCase);

  /** Runs one case as straight-line code; the seed is this episode's alone. */
  CaseResult run(EvaluationCase evaluationCase, Cast cast, Seed seed);
}
