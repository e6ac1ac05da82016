package org.ethogram.cli.serve;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ethogram serve --port 0 --json} in a thread, its lines as they are printed. */
final class RunningCommand implements AutoCloseable {
  final StringWriter errors = new StringWriter();
  final JsonNode ready;

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> execution = new CompletableFuture<>();
  private final Thread thread;

  private RunningCommand(Map<String, String> environment, List<String> arguments)
      throws InterruptedException {
    CommandLine commandLine = commandLine(environment, errors);
    commandLine.setOut(new PrintWriter(new Lines()));
    List<String> all = new ArrayList<>(List.of("--port", "0", "--json"));
    all.addAll(arguments);
    thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  execution.complete(commandLine.execute(all.toArray(String[]::new)));
                  lines.add("{\"event\": \"ended\"}");
                });
    ready = line();
  }

  static RunningCommand with(String... arguments) throws InterruptedException {
    return new RunningCommand(Map.of(), List.of(arguments));
  }

  static RunningCommand with(Map<String, String> environment, String... arguments)
      throws InterruptedException {
    return new RunningCommand(environment, List.of(arguments));
  }

  /** What a command line that cannot be served is told. */
  static String refusal(Map<String, String> environment, String... arguments) {
    StringWriter errors = new StringWriter();
    int exitCode = commandLine(environment, errors).execute(arguments);
    return exitCode + " " + errors;
  }

  private static CommandLine commandLine(Map<String, String> environment, StringWriter errors) {
    CommandLine commandLine = new CommandLine(new ServeCommand(environment));
    commandLine.setErr(new PrintWriter(errors, true));
    commandLine.setExecutionExceptionHandler(
        (exception, _, _) -> {
          errors.write(exception.getMessage());
          return 2;
        });
    return commandLine;
  }

  /** The next line of standard output. */
  JsonNode line() throws InterruptedException {
    return JsonMapper.shared().readTree(lines.take());
  }

  String address() {
    return ready.path("address").asString();
  }

  int exitCode() throws InterruptedException, ExecutionException {
    return execution.get();
  }

  /** Stops it as Ctrl-C does. */
  void interrupt() {
    thread.interrupt();
  }

  /** Stops it, and waits for its end. */
  @Override
  public void close() {
    interrupt();
    execution.join();
  }

  /** Takes whole lines from a printer. */
  private final class Lines extends Writer {
    private final StringBuilder begun = new StringBuilder();

    @Override
    public void write(char[] characters, int offset, int length) {
      begun.append(characters, offset, length);
      for (int end = begun.indexOf("\n"); end >= 0; end = begun.indexOf("\n")) {
        lines.add(begun.substring(0, end));
        begun.delete(0, end + 1);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
