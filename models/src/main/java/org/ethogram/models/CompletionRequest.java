package org.ethogram.models;

import java.util.List;
import org.ethogram.core.Seed;

/**
 * @param maximumTokens at least 1
 * @param stops texts that end the completion and are not part of it
 * @param seed of the sampling; unused by greedy decoding
 * @param topLogProbabilities how many of the most probable tokens are told with each token, 0 to
 *     {@link TokenLogProbability#MOST_ALTERNATIVES}
 */
public record CompletionRequest(
    Prompt prompt,
    int maximumTokens,
    Sampling sampling,
    List<String> stops,
    Seed seed,
    int topLogProbabilities) {
  public CompletionRequest {
    if (maximumTokens < 1) {
      throw new IllegalArgumentException("at least one token must be allowed: " + maximumTokens);
    }
    stops = List.copyOf(stops);
    TokenLogProbability.requireCount(topLogProbabilities);
  }

  /** Without alternatives to the tokens. */
  public CompletionRequest(
      Prompt prompt, int maximumTokens, Sampling sampling, List<String> stops, Seed seed) {
    this(prompt, maximumTokens, sampling, stops, seed, 0);
  }

  public CompletionRequest withPrompt(Prompt other) {
    return new CompletionRequest(other, maximumTokens, sampling, stops, seed, topLogProbabilities);
  }

  public CompletionRequest withTopLogProbabilities(int count) {
    return new CompletionRequest(prompt, maximumTokens, sampling, stops, seed, count);
  }
}
