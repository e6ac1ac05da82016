package org.ethogram.cli.doctor;

/**
 * One thing looked at.
 *
 * @param remedy what to do about it; empty when nothing is missing
 */
record Finding(State state, String subject, String found, String remedy) {
  enum State {
    PRESENT,
    /** Absent, and only some work needs it. */
    LIMITED,
    /** Absent, and nothing works without it. */
    MISSING
  }

  static Finding present(String subject, String found) {
    return new Finding(State.PRESENT, subject, found, "");
  }

  static Finding limited(String subject, String found, String remedy) {
    return new Finding(State.LIMITED, subject, found, remedy);
  }

  static Finding missing(String subject, String found, String remedy) {
    return new Finding(State.MISSING, subject, found, remedy);
  }
}
