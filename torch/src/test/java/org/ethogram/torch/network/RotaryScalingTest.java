package org.ethogram.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import org.ethogram.core.EthogramException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RotaryScalingTest {
  /** LLaMA 3.1: wavelengths below 8192 / 4 stay, those above 8192 / 1 grow eightfold. */
  @Test
  void llama3KeepsShortWavelengthsAndStretchesLongOnes() {
    RotaryScaling scaling =
        read(
            """
            {"rope_scaling": {"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0,
             "high_freq_factor": 4.0, "original_max_position_embeddings": 8192}}
            """);
    double[] plain = RotaryScaling.none().frequencies(128, 500_000);
    double[] scaled = scaling.frequencies(128, 500_000);
    for (int pair = 0; pair < 64; pair++) {
      double wavelength = 2 * Math.PI / plain[pair];
      if (wavelength < 2048) {
        assertThat(scaled[pair]).isEqualTo(plain[pair]);
      } else if (wavelength > 8192) {
        assertThat(scaled[pair]).isCloseTo(plain[pair] / 8, offset(1e-18));
      } else {
        // Linear in 8192 / wavelength between 1 and 4.
        double share = (8192 / wavelength - 1) / 3;
        double expected = (1 - share) * plain[pair] / 8 + share * plain[pair];
        assertThat(scaled[pair]).isCloseTo(expected, offset(1e-15));
      }
    }
    assertThat(scaled[63]).isCloseTo(plain[63] / 8, offset(1e-18));
    assertThat(scaled[0]).isEqualTo(1);
  }

  /**
   * Qwen2.5 with factor 4 on 32768 tokens, base 1e6, 128 coordinates: pairs that turn 32 times lie
   * at 128 ln(32768 / 64 pi) / (2 ln 1e6) = 23.6, those that turn once at 39.7.
   */
  @Test
  void yarnRampsBetweenThePairsThatTurnOftenAndSeldom() {
    RotaryScaling scaling =
        read(
            """
            {"rope_scaling": {"type": "yarn", "factor": 4.0,
             "original_max_position_embeddings": 32768}}
            """);
    double[] plain = RotaryScaling.none().frequencies(128, 1e6);
    double[] scaled = scaling.frequencies(128, 1e6);
    assertThat(scaled[23]).isEqualTo(plain[23]);
    assertThat(scaled[24]).isLessThan(plain[24]);
    double middle = (31 - 23) / 17.0;
    assertThat(scaled[31])
        .isCloseTo(plain[31] * (middle / 4 + 1 - middle), offset(1e-12 * plain[31]));
    assertThat(scaled[39]).isGreaterThan(plain[39] / 4);
    assertThat(scaled[40]).isCloseTo(plain[40] / 4, offset(1e-18));
    assertThat(scaling.magnitude()).isCloseTo(1.138_629_436, offset(1e-9));
  }

  @Test
  void linearSqueezesAndDynamicKeepsWhatWasTrained() {
    assertThat(
            read("{\"rope_scaling\": {\"type\": \"linear\", \"factor\": 2}}").frequencies(8, 100))
        .isEqualTo(new double[] {0.5, Math.pow(100, -0.25) / 2, 0.05, Math.pow(100, -0.75) / 2});
    assertThat(
            read("{\"rope_parameters\": {\"rope_type\": \"dynamic\", \"factor\": 2}}")
                .frequencies(8, 100))
        .isEqualTo(RotaryScaling.none().frequencies(8, 100));
    assertThat(read("{\"rope_scaling\": null}")).isEqualTo(RotaryScaling.none());
  }

  @Test
  void aScalingIsWrittenAsItIsRead() {
    for (RotaryScaling scaling :
        new RotaryScaling[] {
          RotaryScaling.none(),
          new RotaryScaling.Linear(2),
          new RotaryScaling.Dynamic(3),
          new LlamaRotaryScaling(8, 1, 4, 8192),
          new YarnRotaryScaling(4, 1.1, 32, 1, 4096, false)
        }) {
      ObjectNode root = JsonMapper.shared().createObjectNode();
      scaling.write(root);
      assertThat(read(root.toString())).isEqualTo(scaling);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"rope_scaling\": {\"rope_type\": \"longrope\", \"factor\": 2}}",
        "{\"rope_scaling\": {\"rope_type\": \"linear\"}}",
        "{\"rope_scaling\": {\"rope_type\": \"linear\", \"factor\": 0}}",
        "{\"rope_scaling\": {\"rope_type\": \"llama3\", \"factor\": 8}}",
        "{\"rope_scaling\": \"linear\"}",
        "{\"rope_parameters\": {\"rope_type\": \"llama2\"}}"
      })
  void whatIsUnknownOrIncompleteIsRefusedWithItsField(String json) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            EthogramException.class,
            e -> assertThat(e.place()).contains("config.json, field rope_"));
  }

  private static RotaryScaling read(String json) {
    return RotaryScaling.read(
        new ConfigurationFile(Path.of("config.json"), JsonMapper.shared().readTree(json)), 2048);
  }
}
