package org.ethogram.models;

import java.util.List;

/**
 * How probable a prompt is, token by token.
 *
 * @param text all that was read, without what the tokenizer puts before every text
 * @param first its first token, which has no log-probability: nothing, or only what the tokenizer
 *     puts before every text, stands before it
 * @param following every other token, given all before it
 */
public record PromptScore(
    String text, String first, List<TokenLogProbability> following, Usage usage) {
  public PromptScore {
    following = List.copyOf(following);
  }
}
