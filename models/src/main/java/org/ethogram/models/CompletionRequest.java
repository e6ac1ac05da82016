package org.ethogram.models;

import java.util.List;
import org.ethogram.core.Seed;

/**
 * @param maximumTokens at least 1
 * @param stops texts that end the completion and are not part of it
 * @param seed of the sampling; unused by greedy decoding
 */
public record CompletionRequest(
    Prompt prompt, int maximumTokens, Sampling sampling, List<String> stops, Seed seed) {
  public CompletionRequest {
    if (maximumTokens < 1) {
      throw new IllegalArgumentException("at least one token must be allowed: " + maximumTokens);
    }
    stops = List.copyOf(stops);
  }
}
