package org.ethogram.models.openai;

import org.ethogram.models.ContinuationScore;

/** The log-probability of one continuation. */
interface Scorer {
  ContinuationScore score(String prompt, String continuation);
}
