package org.ethogram.models;

import java.util.List;

/**
 * @param continuations at least one, none empty
 */
public record ScoreRequest(Prompt prompt, List<String> continuations) {
  public ScoreRequest {
    continuations = List.copyOf(continuations);
    if (continuations.isEmpty() || continuations.contains("")) {
      throw new IllegalArgumentException("a score needs continuations, none of them empty");
    }
  }
}
