package org.ethogram.torch.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.Seed;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.neox.NeoxNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NeoxNetworkTest {
  private static final int[] TOKENS = {3, 1, 4, 1, 5, 9, 2, 6};

  static Stream<NeoxConfiguration> configurations() {
    return Stream.of(
        new NeoxConfiguration(11, 16, 2, 2, 64, 32, 0.25, 10_000, 1e-5, true, false, true, 0),
        new NeoxConfiguration(11, 16, 2, 2, 64, 32, 1, 10_000, 1e-5, true, true, true, 0),
        new NeoxConfiguration(11, 16, 3, 4, 48, 32, 0.5, 500, 1e-5, false, true, false, 0),
        NeoxConfiguration.organism(11, 24, 2, 3, 32));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void logitsAreThoseOfTheDefinition(NeoxConfiguration configuration) {
    try (var _ = new PointerScope();
        NeoxNetwork network = new NeoxNetwork(configuration, RandomParameters.of(5))) {
      double[][] expected =
          new ReferenceNeox(configuration, TensorValues.of(network)).logits(TOKENS);
      double[] logits = TensorValues.of(network.logitsOf(tokens(TOKENS)));
      for (int position = 0; position < TOKENS.length; position++) {
        for (int token = 0; token < 11; token++) {
          assertThat(logits[position * 11 + token])
              .isCloseTo(expected[position][token], org.assertj.core.data.Offset.offset(2e-5));
        }
      }
    }
  }

  @Test
  void equalSeedsGiveEqualParameters() {
    NeoxConfiguration configuration = NeoxConfiguration.organism(50, 16, 2, 2, 32);
    try (var _ = new PointerScope();
        NeoxNetwork first = NeoxNetwork.initialise(configuration, new Seed(1));
        NeoxNetwork same = NeoxNetwork.initialise(configuration, new Seed(1));
        NeoxNetwork other = NeoxNetwork.initialise(configuration, new Seed(2))) {
      String name = "gpt_neox.layers.1.mlp.dense_h_to_4h.weight";
      double[] values = TensorValues.of(first).get(name);
      assertThat(TensorValues.of(same).get(name)).isEqualTo(values);
      assertThat(TensorValues.of(other).get(name)).isNotEqualTo(values);
    }
  }

  /** Pythia-70m: METHODS.md section 6 and Biderman et al. 2023, table 1. */
  @Test
  void nonEmbeddingParametersAreCountedAsPythiaCountsThem() {
    var pythia70m =
        new NeoxConfiguration(
            50_304, 512, 6, 8, 2048, 2048, 0.25, 10_000, 1e-5, true, false, true, 0);
    ParameterSource empty = (name, shape) -> org.bytedeco.pytorch.global.torch.empty(shape);
    try (var _ = new PointerScope();
        var network = new NeoxNetwork(pythia70m, empty)) {
      assertThat(network.nonEmbeddingParameters()).isEqualTo(18_915_328);
    }
  }

  @Test
  void gradientsReachEveryParameter() {
    NeoxConfiguration configuration = NeoxConfiguration.organism(11, 16, 2, 2, 32);
    try (var _ = new PointerScope();
        NeoxNetwork network = NeoxNetwork.initialise(configuration, new Seed(3))) {
      network.parameters().values().forEach(parameter -> parameter.requires_grad_(true));
      network.logitsOf(tokens(TOKENS)).pow(new Scalar(2)).sum().backward();
      network
          .parameters()
          .forEach(
              (name, parameter) ->
                  assertThat(parameter.grad().abs().sum().item_float()).as(name).isPositive());
    }
  }

  static Tensor tokens(int... tokens) {
    long[] values = java.util.Arrays.stream(tokens).asLongStream().toArray();
    return Tensor.create(values, 1, values.length);
  }
}
