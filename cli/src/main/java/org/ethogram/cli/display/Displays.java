package org.ethogram.cli.display;

import java.io.PrintWriter;
import java.time.Clock;
import org.ethogram.core.Progress;

/** The displays by mode. */
public final class Displays {
  private Displays() {}

  /**
   * @param output where results go; only JSON lines are written to it here
   * @param errors where everything for a person goes
   */
  public static Progress of(DisplayMode mode, PrintWriter output, PrintWriter errors) {
    return switch (mode) {
      case RICH -> new RichDisplay(errors, Clock.systemUTC());
      case PLAIN -> new PlainDisplay(errors, Clock.systemUTC());
      case JSON -> new JsonDisplay(output, Clock.systemUTC());
      case NONE -> Progress.NONE;
    };
  }
}
