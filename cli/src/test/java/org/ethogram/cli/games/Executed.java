package org.ethogram.cli.games;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** What a command of {@code ethogram games} printed and how it ended. */
record Executed(int exitCode, String output, String errors) {
  static Executed games(String... arguments) {
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    CommandLine commandLine = new CommandLine(new GamesCommand());
    commandLine.setOut(new PrintWriter(output, true));
    commandLine.setErr(new PrintWriter(errors, true));
    commandLine.setExecutionExceptionHandler(
        (exception, _, _) -> {
          errors.write(exception.getMessage());
          return 2;
        });
    return new Executed(commandLine.execute(arguments), output.toString(), errors.toString());
  }

  List<String> lines() {
    return output.lines().toList();
  }
}
