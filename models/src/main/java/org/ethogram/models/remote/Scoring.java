package org.ethogram.models.remote;

import java.util.List;
import java.util.stream.Stream;

/** How a server tells the log-probabilities of a prompt's tokens, if it does. */
public enum Scoring {
  /** It does not; as OpenAI itself. */
  NONE("none"),
  /** {@code echo} with {@code logprobs} and no new token, as completions once had it. */
  ECHO("echo"),
  /** {@code prompt_logprobs} over token ids, and a {@code /tokenize} beside the interface: vLLM. */
  PROMPT_LOG_PROBABILITIES("vllm");

  private final String word;

  Scoring(String word) {
    this.word = word;
  }

  /** The word in study files and commands. */
  public String word() {
    return word;
  }

  public static Scoring of(String word) {
    return Stream.of(values())
        .filter(scoring -> scoring.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no way of scoring: " + word));
  }

  public static List<String> words() {
    return Stream.of(values()).map(Scoring::word).toList();
  }
}
