package org.ethogram.models.remote;

/** How a server tells the log-probabilities of a prompt's tokens, if it does. */
public enum Scoring {
  /** It does not; as OpenAI itself. */
  NONE,
  /** {@code echo} with {@code logprobs} and no new token, as completions once had it. */
  ECHO,
  /** {@code prompt_logprobs} over token ids, and a {@code /tokenize} beside the interface: vLLM. */
  PROMPT_LOG_PROBABILITIES
}
