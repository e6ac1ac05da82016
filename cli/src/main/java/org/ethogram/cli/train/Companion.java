package org.ethogram.cli.train;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ethogram.lab.training.Companions;
import picocli.CommandLine.ParseResult;

/**
 * This command once more, in a process of its own, with its number among the processes that train
 * together.
 */
record Companion(ParseResult command) implements Companions {
  private static final String MAIN = "org.ethogram.cli.Ethogram";

  @Override
  public Process start(int rank, Path meeting, Path log) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    line.add("-classpath");
    line.add(System.getProperty("java.class.path"));
    line.add(MAIN);
    line.addAll(command.originalArgs());
    line.addAll(List.of("--rank", Integer.toString(rank), "--meeting", meeting.toString()));
    return new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }
}
