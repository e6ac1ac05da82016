package org.ethogram.models;

import java.util.List;

/**
 * What a model wrote.
 *
 * @param tokens the tokens of the text with their log-probabilities under the untempered model;
 *     empty where the model lacks {@link Capability#TOKEN_LOG_PROBABILITIES}
 */
public record Completion(
    String text, FinishReason finishReason, List<TokenLogProbability> tokens, Usage usage) {
  public Completion {
    tokens = List.copyOf(tokens);
  }

  /** Why the completion ended. */
  public enum FinishReason {
    /** A stop text or the end-of-text token. */
    STOP,
    /** The allowed number of tokens was reached. */
    LENGTH,
    /** The model, or its provider, declined to answer; the text is what it said instead. */
    REFUSED
  }
}
