package org.ethogram.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.ethogram.torch.network.llama.LlamaConfiguration;
import org.ethogram.torch.network.llama.LlamaNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LlamaNetworkTest {
  private static final int[] TOKENS = {3, 1, 4, 1, 5, 9, 2, 6};

  static Stream<LlamaConfiguration> configurations() {
    return Stream.of(
        new LlamaConfiguration(11, 16, 2, 4, 4, 4, 20, 32, 10_000, 1e-5, false, false, false, 1, 2),
        new LlamaConfiguration(11, 16, 2, 4, 2, 4, 20, 32, 10_000, 1e-5, true, true, true, 1, 2),
        new LlamaConfiguration(11, 12, 3, 6, 2, 4, 24, 32, 500, 1e-6, true, false, false, 1, 2));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void logitsAreThoseOfTheDefinition(LlamaConfiguration configuration) {
    try (var _ = new PointerScope();
        LlamaNetwork network = new LlamaNetwork(configuration, RandomParameters.of(7))) {
      double[][] expected =
          new ReferenceLlama(configuration, TensorValues.of(network)).logits(TOKENS);
      double[] logits = TensorValues.of(network.logitsOf(NeoxNetworkTest.tokens(TOKENS)));
      for (int position = 0; position < TOKENS.length; position++) {
        for (int token = 0; token < 11; token++) {
          assertThat(logits[position * 11 + token])
              .isCloseTo(expected[position][token], offset(2e-5));
        }
      }
    }
  }
}
