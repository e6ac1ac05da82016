package org.ethogram.cli.models;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.ethogram.cli.hub.HubOptions;
import org.ethogram.core.Seed;
import org.ethogram.testkit.CheckpointArchive;
import org.ethogram.testkit.FakeHub;
import org.ethogram.testkit.PickleBytes;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.neox.NeoxNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

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
  void weightsOfPyTorchAreInspectedAndConvertedFromTheHub() throws IOException {
    try (FakeHub hub = FakeHub.start()) {
      hub.add(
          "org/older",
          "step1000",
          Map.of(
              "config.json", Files.readAllBytes(small(7).resolve("config.json")),
              "pytorch_model.bin", packed(small(7)),
              "tokenizer.json", "{}".getBytes(UTF_8)),
          "pytorch_model.bin");
      Executed inspected = models(hub, "inspect", "org/older@step1000", "--device=cpu");
      assertThat(inspected.output().replaceAll(" +", " ")).contains("training_steps 1000");
      Path converted = home.resolve("converted");
      Executed executed = models(hub, "convert", "org/older@step1000", converted.toString());
      assertThat(executed.output()).isEqualTo("Wrote " + converted + System.lineSeparator());
      assertThat(converted.resolve("tokenizer.json")).hasContent("{}");
      assertThat(floats(converted.resolve("model.safetensors")))
          .usingRecursiveComparison()
          .isEqualTo(floats(small(7).resolve("model.safetensors")));
    }
  }

  @Test
  void aProgramInPlaceOfWeightsIsRefused() throws IOException {
    Path folder = Files.createDirectory(home.resolve("evil"));
    Files.copy(small(7).resolve("config.json"), folder.resolve("config.json"));
    byte[] program = PickleBytes.begin().global("os", "system").text("true").put(0x85, 'R').stop();
    CheckpointArchive.of(program).write(folder.resolve("pytorch_model.bin"));
    try (FakeHub hub = FakeHub.start()) {
      Executed executed = models(hub, "inspect", folder.toString());
      assertThat(executed.exitCode()).isEqualTo(2);
      assertThat(executed.errors()).contains("evil/pytorch_model.bin", "os.system", "nothing was");
      assertThat(models(hub, "convert", folder.toString(), home + "/out").errors())
          .contains("os.system");
      assertThat(models(hub, "convert", folder + "/pytorch_model.bin", home + "/out").errors())
          .contains("give the folder");
      assertThat(models(hub, "convert", home.toString(), home + "/out").errors())
          .contains("config.json");
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
    Path folder = small(step);
    return hub.add(
        "EleutherAI/pythia-70m",
        "step" + step,
        Map.of(
            "config.json", Files.readAllBytes(folder.resolve("config.json")),
            "model.safetensors", Files.readAllBytes(folder.resolve("model.safetensors")),
            "tokenizer.json", "{}".getBytes(UTF_8)),
        "model.safetensors");
  }

  /** A folder with a small model. */
  private Path small(long seed) {
    Path folder = home.resolve("made" + seed);
    try (var network =
        NeoxNetwork.initialise(NeoxConfiguration.organism(11, 8, 1, 2, 16), new Seed(seed))) {
      ModelFolder.save(folder, network);
    }
    return folder;
  }

  /** Its weights as PyTorch writes them. */
  private byte[] packed(Path folder) throws IOException {
    Path safetensors = folder.resolve("model.safetensors");
    SequencedMap<String, long[]> shapes = new LinkedHashMap<>();
    header(safetensors)
        .forEachEntry(
            (name, tensor) ->
                shapes.put(
                    name,
                    tensor.path("shape").valueStream().mapToLong(JsonNode::asLong).toArray()));
    Path file = home.resolve("packed.bin");
    CheckpointArchive.ofTensors(shapes, floats(safetensors)).write(file);
    return Files.readAllBytes(file);
  }

  /** The numbers of a safetensors file, read by the format's description. */
  private static Map<String, float[]> floats(Path safetensors) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.wrap(Files.readAllBytes(safetensors)).order(ByteOrder.LITTLE_ENDIAN);
    int data = 8 + (int) bytes.getLong(0);
    Map<String, float[]> values = new HashMap<>();
    header(safetensors)
        .forEachEntry(
            (name, tensor) -> {
              int begin = tensor.path("data_offsets").path(0).asInt();
              int end = tensor.path("data_offsets").path(1).asInt();
              float[] numbers = new float[(end - begin) / Float.BYTES];
              bytes
                  .slice(data + begin, end - begin)
                  .order(bytes.order())
                  .asFloatBuffer()
                  .get(numbers);
              values.put(name, numbers);
            });
    return values;
  }

  private static ObjectNode header(Path safetensors) throws IOException {
    byte[] bytes = Files.readAllBytes(safetensors);
    int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
    ObjectNode header = (ObjectNode) JsonMapper.shared().readTree(bytes, 8, length);
    header.remove("__metadata__");
    return header;
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
