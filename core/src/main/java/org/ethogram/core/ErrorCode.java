package org.ethogram.core;

/** What went wrong, in the words of the documentation, and the exit code it leads to. */
public enum ErrorCode {
  /** A command line that cannot be understood. */
  USAGE("ETH-101", 2),
  /** A study or recipe file that cannot be run as written. */
  CONFIGURATION("ETH-102", 2),
  /** Data or a game that is not what its format says. */
  INVALID_DATA("ETH-103", 2),
  /** A model folder that is damaged, truncated or does not fit together. */
  INVALID_MODEL("ETH-104", 2),
  /** The model cannot do what is asked of it, such as scoring. */
  CAPABILITY_MISSING("ETH-105", 2),
  /** A file or folder that is absent or cannot be read or written. */
  FILE_ACCESS("ETH-106", 2),
  /** A JDK, native library or device that the work needs and the machine lacks. */
  ENVIRONMENT("ETH-107", 2),
  /** The prompt and what is asked for do not fit in the model's context. */
  CONTEXT_OVERFLOW("ETH-201", 1),
  /** Some of the work failed; what succeeded is kept. */
  WORK_FAILED("ETH-202", 1),
  /** Training or measurement met a number that is not finite. */
  NOT_FINITE("ETH-203", 1),
  /** A limit on cost, tokens or time was reached. */
  LIMIT_REACHED("ETH-301", 3),
  /** The user asked to stop. */
  INTERRUPTED("ETH-130", 130);

  private final String label;
  private final int exitCode;

  ErrorCode(String label, int exitCode) {
    this.label = label;
    this.exitCode = exitCode;
  }

  /** The stable code that stands in messages and in docs/errors.md. */
  public String label() {
    return label;
  }

  public int exitCode() {
    return exitCode;
  }
}
