package org.ethogram.cli.games.options;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ethogram.cli.display.DisplayMode;
import org.ethogram.cli.display.Displays;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where a command that draws takes its chance from and puts its results. */
public final class FigureOptions {
  @Spec(Target.MIXEE)
  private CommandSpec specification;

  @Option(names = "--seed", defaultValue = "1", description = "Of every draw; ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--json", description = "Print JSON lines.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also write SVG, PNG and CSV files to this folder.")
  private @Nullable Path folder;

  @SuppressWarnings("NullAway.Init") // picocli sets the specification
  public FigureOptions() {}

  public Seed seed() {
    return new Seed(seed);
  }

  public boolean isJson() {
    return json;
  }

  public Progress progress() {
    return Displays.of(DisplayMode.preferred(), output(), specification.commandLine().getErr());
  }

  public void print(Map<String, ?> line) {
    JsonLines.print(output(), line);
  }

  public void print(List<String> lines) {
    lines.forEach(output()::println);
    output().flush();
  }

  /** Writes files where a folder was asked for, and says which. */
  public void write(Files files) {
    if (folder != null) {
      PrintWriter errors = specification.commandLine().getErr();
      files.to(folder).forEach(file -> errors.println("wrote " + file));
      errors.flush();
    }
  }

  public ParameterException invalid(String message) {
    return new ParameterException(specification.commandLine(), message);
  }

  private PrintWriter output() {
    return specification.commandLine().getOut();
  }

  /** Writes into a folder and returns what was written. */
  @FunctionalInterface
  public interface Files {
    List<Path> to(Path folder);
  }
}
