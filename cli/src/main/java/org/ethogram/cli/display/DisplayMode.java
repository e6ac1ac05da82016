package org.ethogram.cli.display;

import java.io.Console;

/** How progress is shown. */
public enum DisplayMode {
  /** Lines that are redrawn, for a terminal. */
  RICH,
  /** A line now and then, for a log. */
  PLAIN,
  /** JSON lines on standard output. */
  JSON,
  NONE;

  /** Rich on a terminal outside continuous integration, plain elsewhere. */
  @SuppressWarnings("SystemConsoleNull") // its contract still allows null
  public static DisplayMode preferred() {
    Console console = System.console();
    boolean terminal = console != null && console.isTerminal();
    return terminal && System.getenv("CI") == null ? RICH : PLAIN;
  }
}
