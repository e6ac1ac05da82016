package org.ethogram.training.initialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.Seed;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.training.SmallNetworks;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FirstWeightsTest {
  static Stream<Arguments> architectures() {
    return SmallNetworks.all().entrySet().stream()
        .map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  /** Of two layers, four matrices write to the residual stream: each is smaller by their root. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("architectures")
  void whatWritesToTheResidualStreamIsSmaller(String name, DecoderConfiguration configuration) {
    try (PointerScope _ = new PointerScope();
        CausalNetwork network = FirstWeights.network(configuration, new Seed(1))) {
      long smaller =
          network.parameters().values().stream().filter(FirstWeightsTest::isSmaller).count();
      assertThat(smaller).as(name).isEqualTo(4);
      network
          .parameters()
          .forEach(
              (parameter, tensor) -> {
                double deviation = tensor.dim() == 1 ? 0 : isSmaller(tensor) ? 0.01 : 0.02;
                double mean = tensor.dim() == 1 && parameter.endsWith(".weight") ? 1 : 0;
                assertThat(tensor.mean().item_double()).as(parameter).isCloseTo(mean, within(4e-3));
                assertThat(deviation(tensor)).as(parameter).isCloseTo(deviation, within(3e-3));
              });
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("architectures")
  void equalSeedsGiveEqualWeights(String name, DecoderConfiguration configuration) {
    try (PointerScope _ = new PointerScope();
        CausalNetwork one = FirstWeights.network(configuration, new Seed(1));
        CausalNetwork same = FirstWeights.network(configuration, new Seed(1));
        CausalNetwork other = FirstWeights.network(configuration, new Seed(2))) {
      Tensor first = one.parameters().firstEntry().getValue();
      assertThat(first.equal(same.parameters().firstEntry().getValue())).as(name).isTrue();
      assertThat(first.equal(other.parameters().firstEntry().getValue())).as(name).isFalse();
    }
  }

  private static boolean isSmaller(Tensor tensor) {
    return tensor.dim() == 2 && deviation(tensor) < 0.014;
  }

  private static double deviation(Tensor tensor) {
    return tensor.numel() == 1 ? 0 : tensor.std().item_double();
  }
}
