package org.ethogram.torch.folder;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.torch.PublishedModels;
import org.ethogram.torch.network.ReferenceNeox;
import org.ethogram.torch.network.TensorValues;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.neox.NeoxNetwork;
import org.ethogram.torch.safetensors.SafetensorsWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
  private static final NeoxConfiguration SMALL = NeoxConfiguration.organism(11, 8, 2, 2, 32);
  private static final String WEIGHT = "gpt_neox.layers.1.mlp.dense_h_to_4h.weight";

  @TempDir Path folder;

  @BeforeEach
  void saveSmallModel() {
    try (var network = NeoxNetwork.initialise(SMALL, new Seed(1))) {
      ModelFolder.save(folder, network);
    }
  }

  @Test
  void aSavedNetworkIsReadBack() throws Exception {
    Files.writeString(
        folder.resolve("ethogram.json"),
        """
        {"family": "organism", "size": "2k", "step": 512, "tokens": 1000, "revision": "step512"}
        """);
    try (var original = NeoxNetwork.initialise(SMALL, new Seed(1));
        ModelFolder read = ModelFolder.open(folder)) {
      assertThat(TensorValues.of(read.network()))
          .usingRecursiveComparison()
          .isEqualTo(TensorValues.of(original));
      var identity = read.identity();
      assertThat(identity.name()).isEqualTo("organism/2k");
      assertThat(identity.revision()).isEqualTo("step512");
      assertThat(identity.scale().trainingSteps()).hasValue(512);
      assertThat(identity.scale().trainingTokens()).hasValue(1000);
      assertThat(identity.scale().parameters()).hasValue(original.nonEmbeddingParameters());
      byte[] bytes = Files.readAllBytes(folder.resolve("model.safetensors"));
      assertThat(identity.weightsHash())
          .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }
  }

  @Test
  void aWritableNetworkIsACopyOfTheFile() throws IOException {
    byte[] before = Files.readAllBytes(folder.resolve("model.safetensors"));
    try (var _ = new PointerScope();
        ModelFolder read = ModelFolder.openWritable(folder)) {
      Tensor parameter = requireNonNull(read.network().parameters().get(WEIGHT));
      parameter.add_(new Scalar(1));
      assertThat(java.util.Arrays.stream(TensorValues.of(parameter)).average())
          .hasValueCloseTo(1.0, offset(0.2));
    }
    assertThat(Files.readAllBytes(folder.resolve("model.safetensors"))).isEqualTo(before);
  }

  @Test
  void shardsAreReadThroughTheirIndex() throws IOException {
    SequencedMap<String, String> weightMap = new LinkedHashMap<>();
    try (var network = NeoxNetwork.initialise(SMALL, new Seed(1))) {
      for (int shard = 1; shard <= 2; shard++) {
        SequencedMap<String, Tensor> part = new LinkedHashMap<>();
        String file = "model-0000" + shard + "-of-00002.safetensors";
        for (var parameter : network.parameters().entrySet()) {
          if (parameter.getKey().contains("layers.1") == (shard == 2)) {
            part.put(parameter.getKey(), parameter.getValue());
            weightMap.put(parameter.getKey(), file);
          }
        }
        SafetensorsWriter.write(folder.resolve(file), part, Map.of());
      }
      Files.delete(folder.resolve("model.safetensors"));
      Path index = folder.resolve("model.safetensors.index.json");
      writeIndex(index, weightMap);
      try (ModelFolder read = ModelFolder.open(folder)) {
        assertThat(TensorValues.of(read.network()).get(WEIGHT))
            .isEqualTo(TensorValues.of(network).get(WEIGHT));
      }
      weightMap.put(WEIGHT, "model-00001-of-00002.safetensors");
      writeIndex(index, weightMap);
      assertInvalid("model-00001-of-00002.safetensors, tensor " + WEIGHT, "missing");
      weightMap.put(WEIGHT, "model-00003-of-00002.safetensors");
      writeIndex(index, weightMap);
      assertInvalid("index.json, tensor " + WEIGHT, "model-00003");
    }
  }

  @Test
  void halfPrecisionIsReadAsSingle() {
    rewrite(WEIGHT, tensor -> tensor.to(ScalarType.BFloat16));
    try (ModelFolder read = ModelFolder.open(folder);
        var original = NeoxNetwork.initialise(SMALL, new Seed(1))) {
      double[] rounded = requireNonNull(TensorValues.of(read.network()).get(WEIGHT));
      double[] exact = requireNonNull(TensorValues.of(original).get(WEIGHT));
      for (int index = 0; index < exact.length; index++) {
        assertThat(rounded[index]).isCloseTo(exact[index], offset(0.01 * Math.abs(exact[index])));
      }
    }
  }

  @Test
  void aMissingTensorIsNamed() {
    rewrite(WEIGHT, tensor -> null);
    assertInvalid("model.safetensors, tensor " + WEIGHT, "missing");
  }

  @Test
  void aMissingTensorWhoseBytesAreLeftIsNamedAndSoAreTheBytes() throws IOException {
    hide(WEIGHT);
    assertInvalid("model.safetensors, tensor " + WEIGHT, "a hole of 1024 bytes");
  }

  @Test
  void bytesOfNoTensorAreRefusedWhereNothingIsMissing() throws IOException {
    rewriteAll(tensors -> tensors.putFirst("extra", Tensor.create(new float[] {1, 2}, 2)));
    hide("extra");
    assertInvalid("model.safetensors, tensor gpt_neox.embed_in.weight", "a hole of 8 bytes");
  }

  /** Takes a tensor out of the header and leaves its bytes. */
  private void hide(String name) throws IOException {
    Path file = folder.resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    var buffer = java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    int length = (int) buffer.getLong(0);
    var json = tools.jackson.databind.json.JsonMapper.shared();
    var header = (tools.jackson.databind.node.ObjectNode) json.readTree(bytes, 8, length);
    header.remove(name);
    byte[] shorter = json.writeValueAsBytes(header);
    java.util.Arrays.fill(bytes, 8, 8 + length, (byte) ' ');
    System.arraycopy(shorter, 0, bytes, 8, shorter.length);
    Files.write(file, bytes);
  }

  @Test
  void aWrongShapeIsNamed() {
    rewrite(WEIGHT, Tensor::t);
    assertInvalid("model.safetensors, tensor " + WEIGHT, "[8 x 32]");
  }

  @Test
  void weightsThatAreNotNumbersAreNamed() {
    rewrite(WEIGHT, tensor -> tensor.mul(new Scalar(Double.NaN)));
    assertInvalid("model.safetensors, tensor " + WEIGHT, "not finite");
  }

  @Test
  void integersAreNoWeights() {
    rewrite(WEIGHT, tensor -> tensor.to(ScalarType.Int));
    assertInvalid("model.safetensors, tensor " + WEIGHT, "floating");
  }

  @Test
  void layersThatTheConfigurationDoesNotKnowAreRefused() throws IOException {
    configure("\"num_hidden_layers\" : 2", "\"num_hidden_layers\" : 1");
    assertInvalid("tensor gpt_neox.layers.1", "no place");
  }

  @Test
  void buffersOfOlderExportsAreIgnored() {
    rewriteAll(
        tensors ->
            tensors.put(
                "gpt_neox.layers.0.attention.rotary_emb.inv_freq",
                Tensor.create(new float[] {1, 0.1f}, 2)));
    try (ModelFolder read = ModelFolder.open(folder)) {
      assertThat(read.network().shape().layers()).isEqualTo(2);
    }
  }

  @Test
  void anUnknownArchitectureIsNamed() throws IOException {
    configure("GPTNeoXForCausalLM", "MambaForCausalLM");
    assertInvalid("config.json, field architectures", "MambaForCausalLM");
  }

  @Test
  void faultsOfTheConfigurationNameTheField() throws IOException {
    configure("\"hidden_size\" : 8", "\"hidden_size\" : \"eight\"");
    assertInvalid("config.json, field hidden_size", "eight");
    configure("\"hidden_size\" : \"eight\"", "\"hidden_size\" : 9");
    assertInvalid("config.json, field num_attention_heads", "divide");
    configure("\"hidden_size\" : 9", "\"hidden_size\" : 8");
    configure("\"max_position_embeddings\" : 32", "\"max_position_embeddings\" : 2000000000");
    assertInvalid("config.json, field max_position_embeddings", "large");
    Files.writeString(folder.resolve("config.json"), "{\"architectures\": [");
    assertInvalid("config.json", "JSON");
    Files.delete(folder.resolve("config.json"));
    assertInvalid("config.json", "missing");
  }

  @Test
  void aTruncatedFileNamesTheTensorThatIsCut() throws IOException {
    Path file = folder.resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 100));
    assertInvalid("model.safetensors, tensor gpt_neox.", "truncated");
  }

  @Test
  void absentWeightsAreNamed() throws IOException {
    Files.delete(folder.resolve("model.safetensors"));
    assertInvalid("model.safetensors", "missing");
  }

  @Test
  void thePublishedNeoxFolderGivesTheLogitsOfTheDefinition() {
    try (var _ = new PointerScope();
        ModelFolder read = ModelFolder.open(PublishedModels.folder("tiny-neox-formula"))) {
      int[] tokens = IntStream.range(0, 24).map(index -> (index * 31 + 7) % 97).toArray();
      var configuration = NeoxConfiguration.read(read.configuration());
      double[][] expected =
          new ReferenceNeox(configuration, TensorValues.of(read.network())).logits(tokens);
      long[] input = IntStream.of(tokens).asLongStream().toArray();
      double[] logits =
          TensorValues.of(read.network().logitsOf(Tensor.create(input, 1, tokens.length)));
      for (int position = 0; position < tokens.length; position++) {
        for (int token = 0; token < 97; token++) {
          assertThat(logits[position * 97 + token])
              .isCloseTo(expected[position][token], offset(1e-4));
        }
      }
    }
  }

  private interface Change {
    @org.jspecify.annotations.Nullable
    Tensor apply(Tensor tensor);
  }

  private void rewrite(String name, Change change) {
    rewriteAll(
        tensors -> {
          Tensor changed = change.apply(requireNonNull(tensors.remove(name)));
          if (changed != null) {
            tensors.put(name, changed);
          }
        });
  }

  private void rewriteAll(java.util.function.Consumer<SequencedMap<String, Tensor>> change) {
    try (var _ = new PointerScope();
        var network = NeoxNetwork.initialise(SMALL, new Seed(1))) {
      SequencedMap<String, Tensor> tensors = new LinkedHashMap<>(network.parameters());
      change.accept(tensors);
      SafetensorsWriter.write(folder.resolve("model.safetensors"), tensors, Map.of());
    }
  }

  private void configure(String before, String after) throws IOException {
    Path file = folder.resolve("config.json");
    String text = Files.readString(file);
    assertThat(text).contains(before);
    Files.writeString(file, text.replace(before, after));
  }

  private static void writeIndex(Path index, Map<String, String> weightMap) throws IOException {
    Files.writeString(
        index,
        tools.jackson.databind.json.JsonMapper.shared()
            .writeValueAsString(Map.of("weight_map", weightMap)));
  }

  private void assertInvalid(String place, String problem) {
    assertThatThrownBy(() -> ModelFolder.open(folder).close())
        .isInstanceOfSatisfying(
            EthogramException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MODEL);
              assertThat(e.place()).contains(place);
              assertThat(e.problem()).contains(problem);
            });
  }
}
