package org.ethogram.models.openai;

import org.ethogram.models.ContinuationScore;
import org.ethogram.models.Prompt;
import org.ethogram.models.PromptScore;

/** The log-probabilities of texts that are given. */
interface Scorer {
  /**
   * @param alternatives how many of the most probable tokens are told with each token
   */
  ContinuationScore score(Prompt prompt, String continuation, int alternatives);

  PromptScore scorePrompt(Prompt prompt, int alternatives);
}
