package org.ethogram.training.recomputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.ethogram.core.Seed;
import org.ethogram.torch.adapters.Adapter;
import org.ethogram.torch.adapters.LoraConfiguration;
import org.ethogram.torch.adapters.TargetModules;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.torch.network.DecoderNetwork;
import org.ethogram.training.SmallNetworks;
import org.ethogram.training.batches.Batch;
import org.ethogram.training.batches.TokenLosses;
import org.ethogram.training.batches.TokenSequence;
import org.ethogram.training.initialization.FirstWeights;
import org.ethogram.training.optimization.LossPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecomputedLossTest {
  private static final Batch BATCH =
      Batch.packed(
          List.of(
              new TokenSequence(new int[] {1, 2, 3, 4, 5}, new float[] {0, 1, 1, 0, 2}),
              new TokenSequence(new int[] {6, 7, 8}, new float[] {0, 1, 1})));

  static Stream<Arguments> architectures() {
    return SmallNetworks.all().entrySet().stream()
        .map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("architectures")
  void lossAndGradientsAreThoseOfAPassThatKeepsEverything(
      String name, DecoderConfiguration configuration) {
    try (CausalNetwork network = network(configuration)) {
      List<Tensor> parameters = List.copyOf(network.parameters().values());
      parameters.forEach(tensor -> tensor.set_requires_grad(true));
      requireSameGradients(name, network, parameters);
    }
  }

  @Test
  void soTheyAreWhenOnlyAnAdapterIsTrained() {
    try (CausalNetwork network = network(SmallNetworks.all().firstEntry().getValue());
        Adapter adapter =
            Adapter.create(
                "taught",
                LoraConfiguration.uniform(2, 4, new TargetModules.AllLinear()),
                network,
                new Seed(5))) {
      adapter.setTrainable(true);
      List<Tensor> parameters = List.copyOf(adapter.parameters().values());
      try (var _ = new NoGradGuard()) {
        parameters.forEach(tensor -> tensor.fill_(new Scalar(0.1)));
      }
      adapter.during(
          () -> {
            requireSameGradients("adapter", network, parameters);
            return Optional.empty();
          });
    }
  }

  private static void requireSameGradients(
      String name, CausalNetwork network, List<Tensor> parameters) {
    Gradients kept =
        Gradients.of(parameters, LossPart.of(() -> loss(network, TokenLosses.of(network, BATCH))));
    Gradients recomputed =
        Gradients.of(
            parameters,
            leaves ->
                new RecomputedLoss(
                        network.decoder(),
                        TokenLosses.tokens(network, BATCH),
                        BATCH.attention(network),
                        hidden -> loss(network, TokenLosses.of(network, BATCH, hidden)))
                    .differentiate(leaves));
    assertThat(recomputed.loss()).as(name).isCloseTo(kept.loss(), within(1e-5));
    for (int which = 0; which < parameters.size(); which++) {
      assertThat(recomputed.values().get(which))
          .as(name)
          .containsExactly(kept.values().get(which), within(1e-5f));
    }
  }

  private static Tensor loss(CausalNetwork network, Tensor losses) {
    return TokenLosses.weighted(network, BATCH, losses);
  }

  private record Gradients(double loss, List<float[]> values) {
    static Gradients of(List<Tensor> parameters, LossPart of) {
      try (PointerScope _ = new PointerScope()) {
        LossPart.Differentiated part =
            of.differentiate(new TensorVector(parameters.toArray(Tensor[]::new)));
        List<float[]> values = new ArrayList<>();
        for (int which = 0; which < parameters.size(); which++) {
          values.add(values(part.gradients().get(which), parameters.get(which).numel()));
        }
        return new Gradients(part.value(), values);
      }
    }

    private static float[] values(Tensor gradient, long count) {
      float[] values = new float[Math.toIntExact(count)];
      if (gradient.defined()) {
        gradient.contiguous().data_ptr_float().get(values);
      }
      return values;
    }
  }

  private static CausalNetwork network(DecoderConfiguration configuration) {
    return new DecoderNetwork(configuration, new FirstWeights(2, 0.5, new Seed(3)));
  }
}
