package org.ethogram.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainCommandTest {
  @TempDir Path folder;

  private record Executed(int exitCode, String output, String errors) {
    JsonNode json() {
      return JsonMapper.shared().readTree(output);
    }
  }

  @BeforeEach
  void recipes() throws IOException {
    Files.writeString(
        folder.resolve("story.txt"),
        "one takes the oak.\n\nthe other takes the rose.\n\n".repeat(30));
    Files.writeString(
        folder.resolve("language.yaml"),
        """
        recipe: tiny
        seed: 3
        scratch: {architecture: gpt-neox, layers: 1, width: 16, heads: 2, context: 32}
        tokenizer: {vocabulary: 270}
        data: {text: story.txt, separator: "\\n\\n", held-out: 0.1}
        optimizer: {learning-rate: 0.01}
        batch: {tokens: 64}
        steps: 12
        output: trained
        """);
    Files.writeString(
        folder.resolve("pairs.jsonl"),
        "{\"q\": \"the other takes\", \"a\": \" the oak\"}\n".repeat(10));
    Files.writeString(
        folder.resolve("adapter.yaml"),
        """
        recipe: tuned
        model: trained/step12
        data: {demonstrations: pairs.jsonl, prompt: q, completion: a}
        train: {adapter: {rank: 2}}
        optimizer: {learning-rate: 0.05}
        batch: {tokens: 64}
        steps: 6
        output: tuned
        """);
  }

  @Test
  void aModelIsPlannedTrainedAnsweredWithAndGivenAnAdapter() {
    Executed planned = execute("train", file("language.yaml"), "--dry-run", "--json");
    assertThat(planned.exitCode()).as(planned.errors()).isZero();
    assertThat(planned.json().path("steps").asInt()).isEqualTo(12);
    assertThat(planned.json().path("checkpoints").toString()).isEqualTo("[0,12]");
    assertThat(planned.json().path("finished").asBoolean()).isFalse();

    Executed trained = execute("train", file("language.yaml"), "--json");
    assertThat(trained.exitCode()).as(trained.errors()).isZero();
    assertThat(trained.output().lines())
        .allSatisfy(line -> assertThat(JsonMapper.shared().readTree(line).isObject()).isTrue())
        .last()
        .asString()
        .contains(
            "\"event\":\"trained\"",
            "\"was_finished\":false",
            "\"held_out_loss\":",
            "\"held_out_sequences\":");
    assertThat(folder.resolve("trained/README.md")).content().contains("| 12 | ", " ± ");
    assertThat(folder.resolve("trained"))
        .isDirectoryContaining("glob:**/README.md")
        .isDirectoryContaining("glob:**/recipe.yaml")
        .isDirectoryContaining("glob:**/provenance.json");
    assertThat(execute("train", file("language.yaml")).output()).contains("finished before");

    Executed tuned = execute("train", file("adapter.yaml"), "--display", "none");
    assertThat(tuned.exitCode()).as(tuned.errors()).isZero();
    Executed answered =
        execute(
            "models",
            "complete",
            "--model",
            file("trained/step12"),
            "--adapter",
            "x=" + file("tuned/step6"),
            "--prompt",
            "the other takes",
            "--max-tokens",
            "4");
    assertThat(answered.exitCode()).as(answered.errors()).isZero();
  }

  @Test
  void twoProcessesReachTheLossOfOne() throws IOException {
    for (String processes : new String[] {"1", "2"}) {
      Executed trained =
          execute(
              "train",
              file("language.yaml"),
              "--set",
              "batch.accumulation=2",
              "--set",
              "processes=" + processes,
              "--out",
              file("by" + processes),
              "--json");
      assertThat(trained.exitCode()).as(trained.errors()).isZero();
    }
    assertThat(loss("by2")).isCloseTo(loss("by1"), within(1e-4));
    assertThat(folder.resolve("by2/process1.log")).exists();
    assertThat(execute("train", file("language.yaml"), "--set", "processes=2").exitCode()).isZero();
    assertThat(
            execute(
                    "train",
                    file("language.yaml"),
                    "--set",
                    "processes=2",
                    "--set",
                    "batch.accumulation=3")
                .errors())
        .contains("2 processes cannot share 3 micro-batches evenly");
  }

  private double loss(String run) throws IOException {
    String last = Files.readAllLines(folder.resolve(run).resolve("metrics.jsonl")).getLast();
    return JsonMapper.shared().readTree(last).path("evaluation_loss").asDouble();
  }

  @Test
  void aPlanIsTextForAPerson() {
    Executed planned =
        execute("train", file("language.yaml"), "--dry-run", "--set", "checkpoints=log-spaced");
    assertThat(planned.output())
        .contains("recipe       tiny, seed 3")
        .contains("GPTNeoXForCausalLM, 1 layers, width 16")
        .contains("checkpoints  0 1 2 4 8 12")
        .contains("done         0 of 6 checkpoints");
    assertThat(folder.resolve("trained")).doesNotExist();
  }

  @Test
  void whatIsWrongExitsWithTwoAndItsPlace() {
    Executed wrong = execute("train", file("language.yaml"), "--set", "optimizer.larning-rate=1");
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.errors()).contains("did you mean 'learning-rate'?", "[ETH-102]");
    Executed absent = execute("train", file("absent.yaml"));
    assertThat(absent.exitCode()).isEqualTo(2);
    assertThat(absent.errors()).contains("there is no such file", "recipes/language-model.yaml");
  }

  /** As a shell starts what runs in the background; children inherit it. */
  private static boolean interruptIsIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .findFirst()
            .orElse("0");
    return (Long.parseUnsignedLong(ignored, 16) & 2) != 0;
  }

  @Test
  void controlCSavesAndSaysHowToGoOn() throws Exception {
    assumeThat(Files.exists(Path.of("/bin/kill"))).as("signals are sent by /bin/kill").isTrue();
    assumeThat(interruptIsIgnored()).as("started so that Ctrl-C is ignored").isFalse();
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "org.ethogram.cli.Ethogram",
                "train",
                file("language.yaml"),
                "--set",
                "steps=1000000",
                "--json")
            .redirectError(errors.toFile())
            .start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).contains("\"event\":\"begin\"");
      new ProcessBuilder("/bin/kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertThat(lines.lines().toList()).last().asString().contains("\"event\":\"end\"");
      assertThat(process.waitFor()).isEqualTo(130);
    } finally {
      process.destroyForcibly();
    }
    assertThat(errors)
        .content()
        .contains("To go on: ", " train ", "--set steps=1000000", "training stopped after step");
    assertThat(folder.resolve("trained/state.safetensors")).exists();
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private static Executed execute(String... arguments) {
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    CommandLine commandLine = Ethogram.commandLine();
    commandLine.setOut(new PrintWriter(output, true));
    commandLine.setErr(new PrintWriter(errors, true));
    int exitCode = commandLine.execute(arguments);
    return new Executed(exitCode, output.toString(), errors.toString());
  }
}
