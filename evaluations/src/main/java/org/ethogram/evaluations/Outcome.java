package org.ethogram.evaluations;

/** How an episode ended; only a scored one has measurements. */
public enum Outcome {
  SCORED,
  /** The model answered, but not in a form that has a meaning. */
  UNPARSED,
  REFUSED,
  /** The episode could not be run. */
  ERRORED
}
