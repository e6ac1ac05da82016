package org.ethogram.evaluations.cooperation;

/** How a subject's play is found out. */
public enum Elicitation {
  /** From the log-probabilities of the action words, over the tree of histories. */
  EXACT,
  /** From matches in which the subject writes the action words. */
  SAMPLED
}
