package org.ethogram.torch.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.PublishedModels;
import org.ethogram.torch.adapters.Adapter;
import org.ethogram.torch.adapters.AdapterFolder;
import org.ethogram.torch.adapters.Merge;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.TensorValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Folders written, and logits and losses computed, by Hugging Face transformers and PEFT; the
 * README beside them names the versions and the script.
 */
class GoldenValuesTest {
  /** Ways of computing attention differ by 3e-6 within the reference itself. */
  private static final double NEAR = 2e-5;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "neox-parallel",
        "neox-sequential",
        "llama",
        "llama-tied",
        "llama-linear",
        "llama-3",
        "llama-yarn",
        "mistral-window",
        "qwen2",
        "qwen2-window",
        "qwen3",
        "gpt2",
        "olmo2",
      })
  void aModelOfTransformersHasTheLogitsAndTheLossThatTransformersComputes(String name)
      throws IOException {
    JsonNode expected = read(golden(name).resolve("expected.json"));
    try (ModelFolder model = ModelFolder.open(golden(name))) {
      requireEqual(logits(model.network(), expected), expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"llama/lora", "llama/rslora", "llama/patterns", "neox-parallel/lora", "gpt2/lora"})
  void anAdapterOfPeftHasTheLogitsThatPeftComputes(String name) throws IOException {
    Path folder = golden(name);
    JsonNode expected = read(folder.resolve("expected.json"));
    Path base = Objects.requireNonNull(folder.getParent());
    try (ModelFolder model = ModelFolder.openWritable(base);
        Adapter adapter = AdapterFolder.load("golden", folder, model.network())) {
      requireEqual(adapter.during(() -> logits(model.network(), expected)), expected);
      try (Merge _ = Merge.of(model.network(), adapter)) {
        requireEqual(logits(model.network(), expected), expected);
      }
      JsonNode plain = read(base.resolve("expected.json"));
      requireEqual(logits(model.network(), plain), plain);
    }
  }

  @Test
  void aPretrainedModelPredictsWhatTransformersPredicts() throws IOException {
    Path stories = PublishedModels.folder("stories260K-hf");
    JsonNode expected = read(golden("stories260K.json"));
    try (ModelFolder model = ModelFolder.open(stories)) {
      double[][] all = logits(model.network(), expected);
      requireClose(List.of(all[all.length - 1]), expected.path("logits"), 1e-4);
      assertThat(loss(all, expected)).isCloseTo(expected.path("loss").asDouble(), offset(NEAR));
    }
  }

  private static void requireEqual(double[][] logits, JsonNode expected) {
    requireClose(List.of(logits), expected.path("logits"), NEAR);
    assertThat(loss(logits, expected)).isCloseTo(expected.path("loss").asDouble(), offset(NEAR));
  }

  private static void requireClose(List<double[]> rows, JsonNode expected, double near) {
    assertThat(rows).hasSize(expected.size());
    for (int row = 0; row < rows.size(); row++) {
      double[] wanted =
          StreamSupport.stream(expected.path(row).spliterator(), false)
              .mapToDouble(JsonNode::asDouble)
              .toArray();
      assertThat(rows.get(row)).as("position " + row).containsExactly(wanted, offset(near));
    }
  }

  private static double[][] logits(CausalNetwork network, JsonNode expected) {
    long[] tokens = tokens(expected);
    try (var _ = new PointerScope()) {
      Tensor batch = torch.tensor(tokens).unsqueeze(0);
      double[] flat = TensorValues.of(network.logitsOf(batch));
      int vocabulary = network.shape().vocabulary();
      double[][] rows = new double[tokens.length][];
      for (int position = 0; position < tokens.length; position++) {
        rows[position] = new double[vocabulary];
        System.arraycopy(flat, position * vocabulary, rows[position], 0, vocabulary);
      }
      return rows;
    }
  }

  /** The mean cross-entropy, in nats, of each token after those before it. */
  private static double loss(double[][] logits, JsonNode expected) {
    long[] tokens = tokens(expected);
    double loss = 0;
    for (int position = 0; position + 1 < tokens.length; position++) {
      double normaliser = 0;
      for (double logit : logits[position]) {
        normaliser += Math.exp(logit);
      }
      loss += Math.log(normaliser) - logits[position][(int) tokens[position + 1]];
    }
    return loss / (tokens.length - 1);
  }

  private static long[] tokens(JsonNode expected) {
    return StreamSupport.stream(expected.path("tokens").spliterator(), false)
        .mapToLong(JsonNode::asLong)
        .toArray();
  }

  private static JsonNode read(Path file) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(file));
  }

  private static Path golden(String name) {
    try {
      URL found = Objects.requireNonNull(GoldenValuesTest.class.getResource(name));
      return Path.of(found.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
