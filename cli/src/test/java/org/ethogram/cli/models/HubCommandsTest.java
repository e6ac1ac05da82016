package org.ethogram.cli.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ethogram.cli.hub.HubOptions;
import org.ethogram.core.Seed;
import org.ethogram.testkit.FakeHub;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.neox.NeoxNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ethogram models} with the name of a model where a folder would serve. */
class HubCommandsTest {
  private static final String SUITE = "EleutherAI/pythia-70m@step{0,1000}";

  @TempDir Path home;

  private record Executed(int exitCode, String output, String errors) {}

  @Test
  void aSuiteIsFetchedOnceAndThenServesWithoutTheHub() throws IOException {
    try (FakeHub hub = FakeHub.start()) {
      publish(hub, 0);
      String commit = publish(hub, 1000);
      Executed first = models(hub, "download", SUITE, "--json");
      assertThat(first.exitCode()).as(first.errors()).isZero();
      JsonNode last = JsonMapper.shared().readTree(first.output().lines().toList().getLast());
      assertThat(last.path("revision").asString()).isEqualTo("step1000");
      assertThat(last.path("commit").asString()).isEqualTo(commit);
      assertThat(Path.of(last.path("folder").asString()).resolve("model.safetensors")).exists();
      assertThat(first.errors()).contains("fetch EleutherAI/pythia-70m@step1000");
      int asked = hub.received().size();
      Executed again = models(hub, "download", SUITE, "--offline");
      assertThat(again.output().lines())
          .hasSize(2)
          .allMatch(line -> Files.isDirectory(Path.of(line)));
      Executed inspected =
          models(hub, "inspect", "EleutherAI/pythia-70m@step1000", "--offline", "--device=cpu");
      assertThat(inspected.output().replaceAll(" +", " "))
          .contains("name EleutherAI/pythia-70m")
          .contains("revision step1000")
          .contains("training_steps 1000")
          .contains("training_tokens 2097152000")
          .contains("non_embedding_parameters");
      assertThat(hub.received()).hasSize(asked);
    }
  }

  @Test
  void whatIsNotThereIsOneMessage() {
    try (FakeHub hub = FakeHub.start()) {
      Executed inspected = models(hub, "inspect", "nobody/nothing");
      assertThat(inspected.exitCode()).isEqualTo(2);
      assertThat(inspected.errors()).contains("nobody/nothing@main", "no folder");
      Executed offline =
          models(
              hub,
              "score",
              "--model=org/name@step1",
              "--offline",
              "--prompt=a",
              "--continuation=b");
      assertThat(offline.errors()).contains("org/name@step1", "offline");
    }
  }

  @Test
  void whatIsNoNameIsRefusedBeforeAnythingIsFetched() {
    try (FakeHub hub = FakeHub.start()) {
      Executed executed = models(hub, "download", "org/name@step{1,2}", "./folder");
      assertThat(executed.exitCode()).isEqualTo(2);
      assertThat(executed.errors()).contains("./folder", "org/name@revision");
      assertThat(hub.received()).isEmpty();
    }
  }

  private String publish(FakeHub hub, long step) throws IOException {
    Path folder = home.resolve("made" + step);
    try (var network =
        NeoxNetwork.initialise(NeoxConfiguration.organism(11, 8, 1, 2, 16), new Seed(step))) {
      ModelFolder.save(folder, network);
    }
    return hub.add(
        "EleutherAI/pythia-70m",
        "step" + step,
        Map.of(
            "config.json", Files.readAllBytes(folder.resolve("config.json")),
            "model.safetensors", Files.readAllBytes(folder.resolve("model.safetensors")),
            "tokenizer.json", "{}".getBytes(UTF_8)),
        "model.safetensors");
  }

  private Executed models(FakeHub hub, String... arguments) {
    Map<String, String> environment =
        Map.of("HF_ENDPOINT", hub.endpoint(), "HF_HOME", home.resolve("hf").toString());
    CommandLine.IFactory defaults = CommandLine.defaultFactory();
    CommandLine commandLine =
        new CommandLine(
            new ModelsCommand(),
            new CommandLine.IFactory() {
              @Override
              public <K> K create(Class<K> type) throws Exception {
                return type == HubOptions.class
                    ? type.cast(new HubOptions(environment))
                    : defaults.create(type);
              }
            });
    StringWriter output = new StringWriter();
    StringWriter errors = new StringWriter();
    commandLine.setOut(new PrintWriter(output, true));
    commandLine.setErr(new PrintWriter(errors, true));
    commandLine.setExecutionExceptionHandler(
        (exception, _, _) -> {
          errors.write(String.valueOf(exception.getMessage()));
          return 2;
        });
    return new Executed(commandLine.execute(arguments), output.toString(), errors.toString());
  }
}
