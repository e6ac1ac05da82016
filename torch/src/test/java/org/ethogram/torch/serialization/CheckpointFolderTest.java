package org.ethogram.torch.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.testkit.CheckpointArchive;
import org.ethogram.torch.adapters.Adapter;
import org.ethogram.torch.adapters.AdapterFolder;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.folder.WeightConversion;
import org.ethogram.torch.network.TensorValues;
import org.ethogram.torch.safetensors.SafetensorsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders of models and adapters whose weights PyTorch wrote. */
class CheckpointFolderTest {
  private static final String INDEX = "pytorch_model.bin.index.json";
  private static final String FIRST = "pytorch_model-00001-of-00002.bin";
  private static final String SECOND = "pytorch_model-00002-of-00002.bin";
  private static final String EMBEDDING = "gpt_neox.embed_in.weight";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"neox-parallel", "gpt2"})
  void aModelHasTheWeightsOfItsSafetensorsRoundedAsTheyWereStored(String name) throws IOException {
    copyModel(name);
    try (ModelFolder model = ModelFolder.open(folder);
        ModelFolder writable = ModelFolder.openWritable(folder)) {
      Map<String, double[]> expected = rounded(name);
      assertThat(TensorValues.of(model.network())).usingRecursiveComparison().isEqualTo(expected);
      assertThat(TensorValues.of(writable.network()))
          .usingRecursiveComparison()
          .isEqualTo(expected);
    }
  }

  @Test
  void itsHashIsThatOfItsFiles() throws Exception {
    copyModel("neox-parallel");
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(Files.readAllBytes(folder.resolve(FIRST)));
    digest.update(Files.readAllBytes(folder.resolve(SECOND)));
    try (ModelFolder model = ModelFolder.open(folder)) {
      assertThat(model.identity().weightsHash())
          .isEqualTo(HexFormat.of().formatHex(digest.digest()));
    }
  }

  @Test
  void safetensorsArePreferred() throws IOException {
    copyModel("gpt2");
    Files.writeString(folder.resolve("pytorch_model.bin"), "damaged");
    Files.copy(golden("gpt2/model.safetensors"), folder.resolve("model.safetensors"));
    try (ModelFolder model = ModelFolder.open(folder)) {
      assertThat(model.network().shape().layers()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"neox-parallel", "gpt2"})
  void asSafetensorsItIsTheSameModelWithNumbersOfTheSameType(String name) throws IOException {
    copyModel(name);
    Path converted = Files.createDirectory(folder.resolve("converted"));
    Files.copy(folder.resolve("config.json"), converted.resolve("config.json"));
    WeightConversion.toSafetensors(folder, converted);
    try (var _ = new PointerScope();
        ModelFolder model = ModelFolder.open(converted);
        SafetensorsFile file = SafetensorsFile.open(converted.resolve("model.safetensors"))) {
      assertThat(TensorValues.of(model.network()))
          .usingRecursiveComparison()
          .isEqualTo(rounded(name));
      assertThat(file.names())
          .allMatch(tensor -> file.tensor(tensor).scalar_type().intern() == ScalarType.Half)
          .noneMatch(tensor -> tensor.contains("masked_bias"));
    }
  }

  @Test
  void missingShardsAndTensorsAreNamed() throws IOException {
    copyModel("neox-parallel");
    String index = Files.readString(folder.resolve(INDEX));
    Files.writeString(
        folder.resolve(INDEX),
        index.replace("\"" + EMBEDDING + "\": \"" + FIRST, "\"" + EMBEDDING + "\": \"" + SECOND));
    requireRefused(SECOND + ", tensor " + EMBEDDING, "missing");
    Files.writeString(
        folder.resolve(INDEX), index.replace("\"" + EMBEDDING + "\"", "\"elsewhere\""));
    requireRefused(FIRST + ", tensor elsewhere", "missing");
    Files.writeString(folder.resolve(INDEX), index);
    Files.delete(folder.resolve(SECOND));
    requireRefused(INDEX + ", tensor gpt_neox", SECOND);
    Files.delete(folder.resolve(INDEX));
    requireRefused("model.safetensors", "the weights are missing");
  }

  @Test
  void aTensorOfAnotherModelIsNamed() throws IOException {
    copyModel("gpt2");
    Files.copy(folder.resolve("pytorch_model.bin"), folder.resolve("kept.bin"));
    Files.delete(folder.resolve("config.json"));
    Files.copy(golden("neox-parallel/config.json"), folder.resolve("config.json"));
    requireRefused("pytorch_model.bin, tensor gpt_neox.", "missing");
  }

  /** The factors of PEFT's own file, packed as its first versions did. */
  @Test
  void anAdapterOfPeftsFirstVersionsIsTheSameAdapter() throws IOException {
    Path published = golden("llama/lora");
    Files.copy(published.resolve("adapter_config.json"), folder.resolve("adapter_config.json"));
    packAdapter(published.resolve("adapter_model.safetensors"));
    try (ModelFolder model = ModelFolder.openWritable(golden("llama"));
        Adapter one = AdapterFolder.load("one", published, model.network());
        Adapter other = AdapterFolder.load("other", folder, model.network())) {
      assertThat(TensorValues.of(other.parameters()))
          .usingRecursiveComparison()
          .isEqualTo(TensorValues.of(one.parameters()));
    }
    assertThat(AdapterFolder.hash(folder)).isNotEqualTo(AdapterFolder.hash(published));
  }

  private void packAdapter(Path safetensors) throws IOException {
    SequencedMap<String, long[]> shapes = new LinkedHashMap<>();
    Map<String, float[]> values = new HashMap<>();
    try (var _ = new PointerScope();
        SafetensorsFile file = SafetensorsFile.open(safetensors)) {
      for (String name : file.names()) {
        Tensor tensor = file.tensor(name);
        float[] numbers = new float[(int) tensor.numel()];
        tensor.data_ptr_float().get(numbers);
        shapes.put(name, tensor.shape());
        values.put(name, numbers);
      }
    }
    CheckpointArchive.ofTensors(shapes, values).write(folder.resolve("adapter_model.bin"));
  }

  private static Map<String, double[]> rounded(String name) {
    try (var _ = new PointerScope();
        ModelFolder model = ModelFolder.open(golden(name))) {
      Map<String, double[]> rounded = new HashMap<>();
      model
          .network()
          .parameters()
          .forEach(
              (parameter, tensor) ->
                  rounded.put(
                      parameter, TensorValues.of(tensor.to(ScalarType.Half).to(ScalarType.Float))));
      return rounded;
    }
  }

  private void copyModel(String name) throws IOException {
    Files.copy(golden(name).resolve("config.json"), folder.resolve("config.json"));
    try (var files = Files.list(CheckpointFileTest.written(name))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
  }

  private static Path golden(String name) {
    return CheckpointFileTest.written("../golden/" + name).normalize();
  }

  private void requireRefused(String place, String problem) {
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
