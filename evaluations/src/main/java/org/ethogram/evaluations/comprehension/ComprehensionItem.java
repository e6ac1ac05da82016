package org.ethogram.evaluations.comprehension;

import org.ethogram.models.ScoreRequest;

/**
 * A question put as a choice between answers.
 *
 * @param kind what it asks about, by which results are kept apart
 * @param request the prompt up to the answer, and the answers
 * @param correct which of the answers is true, from 0
 */
public record ComprehensionItem(String kind, ScoreRequest request, int correct) {
  /** The credit that guessing earns on average. */
  public double chance() {
    return 1.0 / request.continuations().size();
  }
}
