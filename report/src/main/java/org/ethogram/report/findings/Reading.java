package org.ethogram.report.findings;

/** Which episodes count. */
public enum Reading {
  /** All that were scored. */
  ALL_EPISODES("all episodes"),
  /** Those in which the subject passed the comprehension gate. */
  UNDERSTOOD_EPISODES("understood episodes");

  private final String label;

  Reading(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
