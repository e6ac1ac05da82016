package org.ethogram.torch.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.TensorValues;
import org.ethogram.torch.safetensors.SafetensorsFile;
import org.ethogram.torch.safetensors.SafetensorsWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdapterFolderTest {
  private static final String QUERY = "gpt_neox.layers.0.attention.query_key_value";

  @TempDir Path folder;

  static Stream<TargetModules> targets() {
    return Stream.of(
        new TargetModules.Named(List.of("query_key_value", "layers.1.mlp.dense_h_to_4h")),
        new TargetModules.Matching(".*\\.mlp\\.dense_.*"),
        new TargetModules.AllLinear());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void whatIsSavedIsLoadedAgain(TargetModules targets) {
    LoraConfiguration configuration =
        new LoraConfiguration(
            4,
            6.5,
            true,
            targets,
            new LinkedHashMap<>(Map.of("layers.1.mlp.dense_h_to_4h", 2)),
            new LinkedHashMap<>(Map.of("dense_h_to_4h", 3.0)),
            List.of("embed_out"),
            false,
            "somebody/some-model");
    try (var _ = new PointerScope();
        CausalNetwork network = AdaptedNetwork.NEOX.build();
        Adapter saved = TaughtAdapter.of("saved", configuration, network)) {
      AdapterFolder.save(folder, saved);
      try (Adapter loaded = AdapterFolder.load("loaded", folder, network)) {
        assertThat(loaded.name()).isEqualTo("loaded");
        assertThat(loaded.parameters().keySet())
            .containsExactlyElementsOf(saved.parameters().keySet());
        saved
            .parameters()
            .forEach(
                (key, tensor) ->
                    assertThat(
                            TensorValues.of(Objects.requireNonNull(loaded.parameters().get(key))))
                        .as(key)
                        .isEqualTo(TensorValues.of(tensor)));
        assertThat(loaded.configuration()).isEqualTo(configuration);
      }
    }
  }

  @Test
  void theFilesAreNamedAndShapedAsThePeftLibraryHasThem() throws IOException {
    save();
    try (var _ = new PointerScope();
        SafetensorsFile file = SafetensorsFile.open(folder.resolve("adapter_model.safetensors"))) {
      assertThat(file.names()).hasSize(16);
      Tensor down = file.tensor("base_model.model." + QUERY + ".lora_A.weight");
      Tensor up = file.tensor("base_model.model." + QUERY + ".lora_B.weight");
      assertThat(down.shape()).containsExactly(3, 16);
      assertThat(up.shape()).containsExactly(48, 3);
    }
    assertThat(Files.readString(folder.resolve("adapter_config.json")))
        .contains("\"peft_type\" : \"LORA\"", "\"r\" : 3", "\"lora_alpha\" : 6");
  }

  /** A and B are as for any map, a map that is kept whole lies as in the base, and PEFT is told. */
  @Test
  void anAdapterOfTransposedWeightsIsKeptAsThePeftLibraryHasIt() throws IOException {
    String square = "transformer.h.0.attn.c_proj";
    LoraConfiguration plain =
        LoraConfiguration.uniform(3, 6, new TargetModules.Named(List.of("c_attn", "c_fc")));
    LoraConfiguration configuration =
        new LoraConfiguration(
            3,
            6,
            false,
            plain.targets(),
            plain.rankPattern(),
            plain.alphaPattern(),
            List.of("attn.c_proj", "mlp.c_proj"),
            false,
            "");
    try (var _ = new PointerScope();
        CausalNetwork network = AdaptedNetwork.GPT2.build();
        Adapter fresh = Adapter.create("fresh", configuration, network, new Seed(1));
        Adapter saved = TaughtAdapter.of("saved", configuration, network)) {
      assertThat(TensorValues.of(fresh.parameters()).get("base_model.model." + square + ".weight"))
          .isEqualTo(TensorValues.of(network).get(square + ".weight"));
      AdapterFolder.save(folder, saved);
      try (Adapter loaded = AdapterFolder.load("loaded", folder, network)) {
        Map<String, double[]> values = TensorValues.of(loaded.parameters());
        TensorValues.of(saved.parameters())
            .forEach((key, of) -> assertThat(values.get(key)).as(key).isEqualTo(of));
      }
    }
    try (SafetensorsFile file = SafetensorsFile.open(folder.resolve("adapter_model.safetensors"))) {
      String layer = "base_model.model.transformer.h.0.";
      assertThat(file.tensor(layer + "attn.c_attn.lora_A.weight").shape()).containsExactly(3, 16);
      assertThat(file.tensor(layer + "attn.c_attn.lora_B.weight").shape()).containsExactly(48, 3);
      assertThat(file.tensor(layer + "mlp.c_proj.weight").shape()).containsExactly(48, 16);
    }
    assertThat(Files.readString(folder.resolve("adapter_config.json")))
        .contains("\"fan_in_fan_out\" : true");
  }

  /** alpha / r and alpha / sqrt(r), by hand. */
  @ParameterizedTest
  @CsvSource({
    "false, h.0.mlp.up, 2.0",
    "true, h.0.mlp.up, 4.0",
    "false, h.1.mlp.up, 0.5",
    "true, h.1.mlp.up, 2.0",
    "false, h.1.attn.q, 2.5",
    "true, h.11.mlp.up, 4.0"
  })
  void theFactorFollowsRankAndPatterns(boolean stabilised, String map, double factor) {
    SequencedMap<String, Integer> ranks = new LinkedHashMap<>(Map.of("1\\.mlp\\.up", 16));
    SequencedMap<String, Double> alphas = new LinkedHashMap<>(Map.of("q|k", 10.0));
    LoraConfiguration configuration =
        new LoraConfiguration(
            4, 8, stabilised, new TargetModules.AllLinear(), ranks, alphas, List.of(), false, "");
    assertThat(configuration.factorOf(map)).isCloseTo(factor, offset(1e-12));
  }

  @Test
  void halfPrecisionIsRead() {
    save();
    rewrite(tensors -> tensors.replaceAll((_, tensor) -> tensor.to(torch.ScalarType.BFloat16)));
    try (CausalNetwork network = AdaptedNetwork.NEOX.build();
        Adapter adapter = AdapterFolder.load("half", folder, network)) {
      assertThat(adapter.parameters().values())
          .allSatisfy(
              tensor ->
                  assertThat(tensor.scalar_type().intern()).isEqualTo(torch.ScalarType.Float));
    }
  }

  @Test
  void aKeyThatMatchesNothingIsNamed() {
    save();
    String wrong = "base_model.model." + QUERY.replace("query", "qeury") + ".lora_A.weight";
    rewrite(tensors -> tensors.put(wrong, torch.zeros(3, 16)));
    assertRefused("adapter_model.safetensors", wrong, "matches nothing", "Did you mean '" + QUERY);
  }

  @Test
  void aKeyThatTheConfigurationDoesNotAskForIsNamed() {
    save();
    String other = "base_model.model.embed_out.lora_A.weight";
    rewrite(tensors -> tensors.put(other, torch.zeros(3, 16)));
    assertRefused(other, "adapter_config.json does not ask for it");
  }

  @Test
  void aMissingHalfOfAPairIsNamed() {
    save();
    rewrite(tensors -> tensors.remove("base_model.model." + QUERY + ".lora_B.weight"));
    assertRefused(QUERY + ".lora_B.weight", "missing", "its pair", "lora_A.weight is there");
  }

  @Test
  void aShapeThatDoesNotFitIsNamed() {
    save();
    rewrite(
        tensors -> tensors.put("base_model.model." + QUERY + ".lora_A.weight", torch.zeros(3, 17)));
    assertRefused(QUERY + ".lora_A.weight", "[3, 17]", "[3, 16]");
  }

  @Test
  void numbersThatAreNotFiniteAreNamed() {
    save();
    rewrite(
        tensors ->
            tensors.put(
                "base_model.model." + QUERY + ".lora_A.weight",
                torch.zeros(3, 16).div(torch.zeros(3, 16))));
    assertRefused(QUERY + ".lora_A.weight", "not finite");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"peft_type\" : \"LORA\" | \"peft_type\" : \"IA3\" | peft_type | IA3",
        "\"use_dora\" : false | \"use_dora\" : true | use_dora | not supported",
        "\"bias\" : \"none\" | \"bias\" : \"all\" | bias | not supported",
        "\"r\" : 3 | \"r\" : 0 | field r | rank of at least 1",
        "\"lora_alpha\" : 6 | \"lora_alpha\" : \"six\" | lora_alpha | no number",
        "\"init_lora_weights\" : true | \"init_lora_weights\" : \"pissa\" | pissa | base",
        "\"modules_to_save\" : null | \"modules_to_save\" : [\"embed_uot\"] | modules_to_save |"
            + " embed_out",
        "\"rank_pattern\" : { } | \"rank_pattern\" : {\"(\": 2} | rank_pattern | expression",
        "\"rank_pattern\" : { } | \"rank_pattern\" : {\"q_proj\": 2} | rank_pattern | matches no",
        "{ | ( | adapter_config.json | not JSON"
      })
  void aConfigurationThatCannotBeFollowedIsNamed(
      String text, String replaced, String place, String problem) throws IOException {
    save();
    Path file = folder.resolve("adapter_config.json");
    String configuration = Files.readString(file);
    assertThat(configuration).contains(text);
    Files.writeString(file, configuration.replace(text, replaced));
    assertRefused("adapter_config.json", place, problem);
  }

  @ParameterizedTest
  @EnumSource
  void anAdapterOfAnotherArchitectureIsRefused(AdaptedNetwork kind) {
    AdaptedNetwork other = kind == AdaptedNetwork.NEOX ? AdaptedNetwork.LLAMA : AdaptedNetwork.NEOX;
    try (CausalNetwork network = other.build();
        Adapter adapter = other.adapter("other", network)) {
      AdapterFolder.save(folder, adapter);
    }
    assertThatThrownBy(
            () -> {
              try (CausalNetwork network = kind.build()) {
                AdapterFolder.load("other", folder, network);
              }
            })
        .hasMessageContaining("target_modules")
        .hasMessageContaining(other.firstTarget());
  }

  @Test
  void aFolderWithoutWeightsIsNamed() throws IOException {
    save();
    Files.delete(folder.resolve("adapter_model.safetensors"));
    assertRefused("adapter_model.safetensors", "missing");
  }

  private void save() {
    try (CausalNetwork network = AdaptedNetwork.NEOX.build();
        Adapter adapter = AdaptedNetwork.NEOX.adapter("saved", network)) {
      AdapterFolder.save(folder, adapter);
    }
  }

  private interface Change {
    void apply(SequencedMap<String, Tensor> tensors);
  }

  private void rewrite(Change change) {
    Path file = folder.resolve("adapter_model.safetensors");
    try (var _ = new PointerScope()) {
      SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
      try (SafetensorsFile stored = SafetensorsFile.open(file)) {
        stored.names().forEach(name -> tensors.put(name, stored.tensor(name).clone()));
      }
      change.apply(tensors);
      SafetensorsWriter.write(file, tensors, Map.of("format", "pt"));
    }
  }

  private void assertRefused(String... parts) {
    try (CausalNetwork network = AdaptedNetwork.NEOX.build()) {
      assertThatThrownBy(() -> AdapterFolder.load("damaged", folder, network))
          .isInstanceOfSatisfying(
              EthogramException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.INVALID_MODEL);
                assertThat(e.place() + " " + e.problem() + " " + e.remedy()).contains(parts);
              });
    }
  }
}
