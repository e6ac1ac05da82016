package org.ethogram.training.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.ethogram.core.Seed;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.DecoderNetwork;
import org.ethogram.training.SmallNetworks;
import org.ethogram.training.initialization.FirstWeights;
import org.ethogram.training.optimization.LossPart;
import org.junit.jupiter.api.Test;

class SharesTest {
  private static final List<TokenSequence> SEQUENCES =
      IntStream.of(3, 12, 7, 7, 1, 9, 20, 5).mapToObj(SharesTest::sequence).toList();

  @Test
  void theLossAndTheGradientsOfTheSharesAddUpToThoseOfTheBatch() {
    SmallNetworks.all()
        .forEach(
            (name, configuration) -> {
              try (CausalNetwork network =
                  new DecoderNetwork(configuration, new FirstWeights(2, 0.5, new Seed(3)))) {
                network.parameters().values().forEach(each -> each.set_requires_grad(true));
                for (Batch batch : List.of(Batch.padded(SEQUENCES), Batch.packed(SEQUENCES))) {
                  float[] whole = lossAndGradients(network, List.of(batch));
                  float[] shares = lossAndGradients(network, batch.shares(20));
                  assertThat(shares).as(name).containsExactly(whole, within(1e-4f));
                }
              }
            });
  }

  @Test
  void everySequenceIsInOneShareUncutAndTheSharesHaveAboutEqualTokens() {
    Batch batch = Batch.packed(SEQUENCES);
    List<Batch> shares = batch.shares(20);
    assertThat(shares).hasSize(4);
    assertThat(shares.stream().flatMap(share -> share.sequences().stream()))
        .containsExactlyElementsOf(batch.sequences());
    assertThat(shares).extracting(Batch::tokenCount).containsExactly(16L, 16L, 12L, 20L);
    assertThat(shares).extracting(Batch::rows).containsOnly(1);
  }

  @Test
  void asManyThreadsAsAPowerOfTwoFindEqualSharesOfEqualSequences() {
    Batch batch = Batch.padded(IntStream.range(0, 12).mapToObj(_ -> sequence(10)).toList());
    assertThat(batch.shares(40)).extracting(Batch::rows).containsExactly(3, 3, 3, 3);
    assertThat(batch.shares(120)).containsExactly(batch);
    assertThat(batch.shares(1)).hasSize(12);
  }

  private static float[] lossAndGradients(CausalNetwork network, List<Batch> batches) {
    float[] sum =
        new float[1 + network.parameters().values().stream().mapToInt(SharesTest::size).sum()];
    for (Batch batch : batches) {
      try (PointerScope _ = new PointerScope()) {
        LossPart part =
            LossPart.of(() -> TokenLosses.weighted(network, batch, TokenLosses.of(network, batch)));
        LossPart.Differentiated known =
            part.differentiate(
                new TensorVector(network.parameters().values().toArray(Tensor[]::new)));
        sum[0] += (float) known.value();
        int next = 1;
        for (Tensor gradient : known.gradients().get()) {
          float[] values = new float[size(gradient)];
          gradient.contiguous().data_ptr_float().get(values);
          for (float value : values) {
            sum[next++] += value;
          }
        }
      }
    }
    return sum;
  }

  private static int size(Tensor tensor) {
    return Math.toIntExact(tensor.numel());
  }

  private static TokenSequence sequence(int length) {
    RandomGenerator random = new Seed(6).derive("tokens", length).generator();
    float[] weights = new float[length];
    Arrays.fill(weights, 0.5f);
    return new TokenSequence(random.ints(length, 0, 20).toArray(), weights);
  }
}
