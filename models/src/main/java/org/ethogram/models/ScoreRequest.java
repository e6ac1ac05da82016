package org.ethogram.models;

import java.util.List;

/**
 * @param continuations at least one, none empty
 * @param topLogProbabilities how many of the most probable tokens are told with each token, 0 to
 *     {@link TokenLogProbability#MOST_ALTERNATIVES}
 */
public record ScoreRequest(Prompt prompt, List<String> continuations, int topLogProbabilities) {
  public ScoreRequest {
    continuations = List.copyOf(continuations);
    if (continuations.isEmpty() || continuations.contains("")) {
      throw new IllegalArgumentException("a score needs continuations, none of them empty");
    }
    TokenLogProbability.requireCount(topLogProbabilities);
  }

  /** Without alternatives to the tokens. */
  public ScoreRequest(Prompt prompt, List<String> continuations) {
    this(prompt, continuations, 0);
  }

  public ScoreRequest withPrompt(Prompt other) {
    return new ScoreRequest(other, continuations, topLogProbabilities);
  }

  public ScoreRequest withTopLogProbabilities(int count) {
    return new ScoreRequest(prompt, continuations, count);
  }
}
