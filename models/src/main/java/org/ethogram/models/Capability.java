package org.ethogram.models;

/** What a model can do beyond completing text. */
public enum Capability {
  /** {@link LanguageModel#score}. */
  SCORING,
  /** {@link Prompt.Chat} prompts. */
  CHAT,
  /** Log-probabilities of completed tokens. */
  TOKEN_LOG_PROBABILITIES
}
