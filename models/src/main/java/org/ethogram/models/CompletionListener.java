package org.ethogram.models;

import java.util.List;

/** Hears a completion while it is written, on the thread that asked for it. */
@FunctionalInterface
public interface CompletionListener {
  /**
   * The next piece. All pieces in order are the completion's text and tokens; nothing that a stop
   * text takes back is ever told.
   *
   * @param text may be empty where the tokens do not make whole characters yet
   * @param tokens that end in this piece; empty where the model lacks {@link
   *     Capability#TOKEN_LOG_PROBABILITIES}
   */
  void wrote(String text, List<TokenLogProbability> tokens);
}
