package org.ethogram.games.telling;

import java.util.List;

/**
 * A comprehension question with its answer.
 *
 * @param told the question up to where the answer begins; the answer follows after a space
 * @param answer the true answer
 * @param candidates all answers that could be expected, the true one among them, each once
 */
public record Question(Topic topic, Told told, String answer, List<String> candidates) {
  public Question {
    candidates = List.copyOf(candidates);
    if (!candidates.contains(answer)) {
      throw new IllegalArgumentException("'" + answer + "' is not among " + candidates);
    }
  }

  /** What is asked. */
  public enum Topic {
    OWN_PAYOFF("own-payoff"),
    OTHER_PAYOFF("other-payoff"),
    BETTER_FOR_ALL("better-for-all"),
    BEST_RESPONSE("best-response"),
    LAST_OWN_ACTION("last-own-action"),
    LAST_OTHER_ACTION("last-other-action"),
    LAST_PAYOFF("last-payoff"),
    TOTAL_PAYOFF("total-payoff");

    private final String label;

    Topic(String label) {
      this.label = label;
    }

    /** The name under which results know it. */
    public String label() {
      return label;
    }
  }
}
