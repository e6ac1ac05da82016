package org.ethogram.training.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.ethogram.core.Seed;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.torch.network.DecoderNetwork;
import org.ethogram.torch.network.ProductPrecision;
import org.ethogram.training.SmallNetworks;
import org.ethogram.training.batches.Batch;
import org.ethogram.training.batches.TokenLosses;
import org.ethogram.training.initialization.FirstWeights;
import org.ethogram.training.optimization.LossPart;
import org.ethogram.training.optimization.LossPart.Differentiated;
import org.junit.jupiter.api.Test;

class PrecisionTest {
  private static final Batch BATCH =
      Batch.padded(IntStream.range(0, 8).mapToObj(TrainingProcess.SEQUENCES::sequence).toList());

  /** Eight bits of a number are right: 0.4% of it, which a few layers make some percent. */
  @Test
  void roundedProductsGiveNearlyTheSameLossAndGradientForEveryArchitecture() {
    SmallNetworks.all()
        .forEach(
            (name, configuration) -> {
              float[] full = lossAndGradients(configuration, ProductPrecision.FULL);
              float[] rounded = lossAndGradients(configuration, ProductPrecision.BFLOAT16);
              assertThat(rounded[0]).as(name).isCloseTo(full[0], within(0.01f * full[0]));
              assertThat(distance(rounded, full) / norm(full))
                  .as(name + ": rounded, yet close")
                  .isBetween(1e-4, 0.05);
            });
  }

  private static float[] lossAndGradients(
      DecoderConfiguration configuration, ProductPrecision precision) {
    try (CausalNetwork network =
            new DecoderNetwork(configuration, new FirstWeights(2, 0.2, new Seed(3)));
        PointerScope _ = new PointerScope()) {
      List<Tensor> parameters = List.copyOf(network.parameters().values());
      parameters.forEach(each -> each.set_requires_grad(true));
      LossPart part =
          LossPart.of(() -> TokenLosses.weighted(network, BATCH, TokenLosses.of(network, BATCH)));
      Differentiated known =
          precision.during(
              () -> part.differentiate(new TensorVector(parameters.toArray(Tensor[]::new))));
      float[] all = new float[1 + parameters.stream().mapToInt(each -> (int) each.numel()).sum()];
      all[0] = (float) known.value();
      int next = 1;
      for (Tensor gradient : known.gradients().get()) {
        float[] values = new float[(int) gradient.numel()];
        gradient.contiguous().data_ptr_float().get(values);
        System.arraycopy(values, 0, all, next, values.length);
        next += values.length;
      }
      return all;
    }
  }

  private static double distance(float[] first, float[] second) {
    double squares = 0;
    for (int i = 1; i < first.length; i++) {
      squares += Math.pow(first[i] - second[i], 2);
    }
    return Math.sqrt(squares);
  }

  private static double norm(float[] values) {
    return distance(values, new float[values.length]);
  }
}
