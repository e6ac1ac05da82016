package org.ethogram.cli.display;

import java.util.List;
import java.util.stream.Collectors;

/** A command line as it can be typed again. */
public final class CommandText {
  private CommandText() {}

  /** The launcher with these arguments, each quoted for a shell where it has to be. */
  public static String of(List<String> arguments) {
    String launcher = System.getenv("ETHOGRAM_COMMAND");
    return (launcher == null ? "./ethogram" : quoted(launcher))
        + arguments.stream().map(argument -> ' ' + quoted(argument)).collect(Collectors.joining());
  }

  private static String quoted(String argument) {
    return argument.matches("[A-Za-z0-9_./:=,@%+-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
