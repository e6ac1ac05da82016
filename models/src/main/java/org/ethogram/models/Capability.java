package org.ethogram.models;

/** What a model can do beyond completing text. */
public enum Capability {
  /** {@link LanguageModel#score}, with the most probable tokens of each position where asked. */
  SCORING,
  /** {@link Prompt.Chat} prompts. */
  CHAT,
  /**
   * Log-probabilities of completed tokens, with the most probable tokens of each position where
   * asked.
   */
  TOKEN_LOG_PROBABILITIES
}
