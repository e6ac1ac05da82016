package org.ethogram.torch.network;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitecturesTest {
  private static final int VOCABULARY = 11;
  private static final int[] TOKENS = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};

  @ParameterizedTest
  @EnumSource
  void logitsAreThoseOfTheDefinition(TinyModel tiny) {
    DecoderConfiguration configuration = tiny.configuration(VOCABULARY);
    try (var _ = new PointerScope();
        var network = new DecoderNetwork(configuration, RandomParameters.of(7))) {
      double[][] expected =
          TinyModel.reference(configuration, TensorValues.of(network)).logits(TOKENS);
      double[] logits = TensorValues.of(network.logitsOf(NeoxNetworkTest.tokens(TOKENS)));
      for (int position = 0; position < TOKENS.length; position++) {
        for (int token = 0; token < VOCABULARY; token++) {
          assertThat(logits[position * VOCABULARY + token])
              .isCloseTo(expected[position][token], offset(2e-5));
        }
      }
    }
  }

  /** The way of training, in which projections are joined, is another than that of inference. */
  @ParameterizedTest
  @EnumSource
  void aPassThatRecordsGradientsGivesTheLogitsOfOneThatDoesNot(TinyModel tiny) {
    try (var _ = new PointerScope();
        var network = new DecoderNetwork(tiny.configuration(VOCABULARY), RandomParameters.of(9))) {
      double[] recordingNothing = TensorValues.of(network.logitsOf(NeoxNetworkTest.tokens(TOKENS)));
      network.parameters().values().forEach(parameter -> parameter.requires_grad_(true));
      double[] recording =
          TensorValues.of(network.logitsOf(NeoxNetworkTest.tokens(TOKENS)).detach());
      for (int index = 0; index < recording.length; index++) {
        assertThat(recording[index]).isCloseTo(recordingNothing[index], offset(2e-5));
      }
    }
  }

  /** Along the gradient of each parameter the loss of the float64 definition changes as it says. */
  @ParameterizedTest
  @EnumSource
  void gradientsAreThoseOfFiniteDifferences(TinyModel tiny) {
    DecoderConfiguration configuration = tiny.configuration(VOCABULARY);
    try (var _ = new PointerScope();
        var network = new DecoderNetwork(configuration, RandomParameters.of(8))) {
      network.parameters().values().forEach(parameter -> parameter.requires_grad_(true));
      Tensor logProbabilities =
          torch.log_softmax(network.logitsOf(NeoxNetworkTest.tokens(TOKENS)), -1);
      logProbabilities.select(2, 1).sum().mul(new Scalar(-1.0)).backward();
      Map<String, double[]> values = TensorValues.of(network);
      network
          .parameters()
          .forEach(
              (name, parameter) -> {
                double[] gradient = TensorValues.of(parameter.grad());
                double norm = Math.sqrt(Arrays.stream(gradient).map(x -> x * x).sum());
                double slope = slope(configuration, values, name, gradient, norm);
                assertThat(norm).as(name).isCloseTo(slope, offset(1e-4 * Math.max(1, norm)));
                if (!name.endsWith("key_value.bias") && !name.endsWith("k_proj.bias")) {
                  assertThat(norm).as(name).isPositive();
                }
              });
    }
  }

  private static double slope(
      DecoderConfiguration configuration,
      Map<String, double[]> values,
      String name,
      double[] gradient,
      double norm) {
    double[] original = requireNonNull(values.get(name));
    double step = 1e-5;
    double[] losses = new double[2];
    for (int side = 0; side < 2; side++) {
      double[] moved = original.clone();
      for (int index = 0; index < moved.length; index++) {
        moved[index] += (side == 0 ? step : -step) * gradient[index] / Math.max(norm, 1e-30);
      }
      values.put(name, moved);
      for (double[] logits : TinyModel.reference(configuration, values).logits(TOKENS)) {
        losses[side] -= ReferenceTransformer.logProbability(logits, 1);
      }
    }
    values.put(name, original);
    return (losses[0] - losses[1]) / (2 * step);
  }
}
