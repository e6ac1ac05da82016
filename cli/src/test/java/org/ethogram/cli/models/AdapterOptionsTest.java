package org.ethogram.cli.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class AdapterOptionsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a | NAME=DIR",
        "=a | NAME=DIR",
        "a= | NAME=DIR",
        "base=a | must not be called 'base'",
        "a=x a=y | given twice",
        "a=x b=y | --use is needed"
      })
  void whatIsNoChoiceOfAdaptersIsRefusedBeforeAModelIsRead(String adapters, String problem) {
    List<String> arguments = new ArrayList<>(List.of("score", "--model", "absent"));
    for (String adapter : adapters.split(" ")) {
      arguments.addAll(List.of("--adapter", adapter));
    }
    arguments.addAll(List.of("--prompt", "a", "--continuation", "b"));
    Executed executed = Executed.of(arguments.toArray(String[]::new));
    assertThat(executed.exitCode()).isEqualTo(2);
    assertThat(executed.text()).contains(problem);
  }

  /** Adapters that another program wrote: each answers by name, and merged it answers the same. */
  @Test
  void anAdapterAnswersByNameAndMerged() {
    String models = System.getenv("ETHOGRAM_MODELS");
    assumeTrue(models != null, "ETHOGRAM_MODELS is not set: adapters from elsewhere are not tried");
    Path model = Path.of(models == null ? "" : models).resolve("stories260K-hf");
    Path adapters = model.resolve("adapters");
    assumeTrue(Files.isDirectory(adapters), adapters + " is missing");
    String zero = "zero=" + adapters.resolve("agent0");
    String two = "two=" + adapters.resolve("agent2_rslora");
    String base = score(model, "--adapter", zero, "--adapter", two, "--use", "base");
    String adapted = score(model, "--adapter", zero, "--adapter", two, "--use", "two");
    assertThat(base).isEqualTo(score(model)).isNotEqualTo(adapted);
    Path merged = folder.resolve("merged");
    Executed merging =
        Executed.of(
            "merge",
            "--model",
            model.toString(),
            "--adapter",
            adapters.resolve("agent2_rslora").toString(),
            "--out",
            merged.toString());
    assertThat(merging.exitCode()).as(merging.text()).isZero();
    assertThat(score(merged)).isEqualTo(adapted);
  }

  private static String score(Path model, String... options) {
    List<String> arguments = new ArrayList<>(List.of("score", "--model", model.toString()));
    arguments.addAll(List.of(options));
    arguments.addAll(
        List.of("--prompt", "Once upon", "--continuation", " a", "--continuation", "b"));
    Executed executed = Executed.of(arguments.toArray(String[]::new));
    assertThat(executed.exitCode()).as(executed.text()).isZero();
    return executed.text();
  }

  private record Executed(int exitCode, String text) {
    static Executed of(String... arguments) {
      StringWriter text = new StringWriter();
      CommandLine commandLine = new CommandLine(new ModelsCommand());
      commandLine.setOut(new PrintWriter(text, true));
      commandLine.setErr(new PrintWriter(text, true));
      return new Executed(commandLine.execute(arguments), text.toString());
    }
  }
}
