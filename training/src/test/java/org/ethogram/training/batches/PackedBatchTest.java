package org.ethogram.training.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.Seed;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.DecoderConfiguration;
import org.ethogram.torch.network.DecoderNetwork;
import org.ethogram.training.SmallNetworks;
import org.ethogram.training.initialization.FirstWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PackedBatchTest {
  private static final int[] LENGTHS = {5, 9, 2, 9, 1, 4, 10, 5};

  static Stream<Arguments> architectures() {
    return SmallNetworks.all().entrySet().stream()
        .map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  /** Packed, padded, and one by one: the same losses and the same gradients. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("architectures")
  void sequencesInOneRowDoNotSeeEachOther(String name, DecoderConfiguration configuration) {
    List<TokenSequence> sequences = sequences(LENGTHS);
    double alone = 0;
    List<float[]> gradients = new ArrayList<>();
    try (CausalNetwork network = wide(configuration)) {
      for (TokenSequence sequence : sequences) {
        if (sequence.length() > 1) {
          alone += addGradients(network, Batch.padded(List.of(sequence)));
        }
      }
      gradients.addAll(gradients(network));
    }
    for (Batch batch : List.of(Batch.packed(sequences), Batch.padded(sequences))) {
      try (CausalNetwork network = wide(configuration)) {
        assertThat(addGradients(network, batch)).as(name).isCloseTo(alone, within(1e-5 * alone));
        List<float[]> ofBatch = gradients(network);
        for (int which = 0; which < gradients.size(); which++) {
          assertThat(ofBatch.get(which)).containsExactly(gradients.get(which), within(1e-4f));
        }
      }
    }
  }

  @Test
  void nothingIsPaddedAndTheNextBatchBeginsWhereThisOneEnds() {
    List<TokenSequence> sequences = sequences(new int[] {4, 4, 4, 9, 20, 3, 3});
    BatchStream stream =
        BatchStream.of(
            new MicroBatches(12, 1, Batching.PACKED),
            index -> sequences.get((int) (index % sequences.size())),
            new Seed(1));
    List<Integer> sizes = new ArrayList<>();
    List<Long> starts = new ArrayList<>();
    BatchPlace place = BatchPlace.FIRST;
    for (int batch = 0; batch < 5; batch++) {
      starts.add(place.group());
      assertThat(stream.batch(place).rows()).isEqualTo(1);
      assertThat(stream.batch(place).tokenCount()).isEqualTo(stream.batch(place).length());
      sizes.add(stream.batch(place).length());
      place = stream.next(place);
    }
    // The sequence of 20 does not fit in 12 tokens and is a batch alone.
    assertThat(sizes).containsExactly(12, 9, 20, 10, 8);
    assertThat(starts).containsExactly(0L, 3L, 4L, 5L, 8L);
  }

  @Test
  void neighboursOfOneLengthAttendTogether() {
    assertThat(LengthRun.of(new int[] {3, 3, 5, 3}))
        .containsExactly(new LengthRun(2, 3), new LengthRun(1, 5), new LengthRun(1, 3));
  }

  private static double addGradients(CausalNetwork network, Batch batch) {
    try (PointerScope _ = new PointerScope()) {
      Tensor loss = TokenLosses.weighted(network, batch, TokenLosses.of(network, batch));
      loss.backward();
      return loss.item_double();
    }
  }

  private static List<float[]> gradients(CausalNetwork network) {
    List<float[]> gradients = new ArrayList<>();
    for (Tensor parameter : network.parameters().values()) {
      float[] values = new float[Math.toIntExact(parameter.numel())];
      try (PointerScope _ = new PointerScope()) {
        parameter.grad().contiguous().data_ptr_float().get(values);
      }
      gradients.add(values);
    }
    return gradients;
  }

  /** Weights large enough that attention is far from uniform. */
  private static CausalNetwork wide(DecoderConfiguration configuration) {
    CausalNetwork network =
        new DecoderNetwork(configuration, new FirstWeights(2, 0.5, new Seed(3)));
    network.parameters().values().forEach(tensor -> tensor.set_requires_grad(true));
    return network;
  }

  private static List<TokenSequence> sequences(int[] lengths) {
    RandomGenerator random = new Seed(7).generator();
    List<TokenSequence> sequences = new ArrayList<>();
    for (int length : lengths) {
      int[] tokens = new int[length];
      float[] weights = new float[length];
      for (int i = 0; i < length; i++) {
        tokens[i] = random.nextInt(20);
        weights[i] = i % 3 == 2 ? 0 : 1 + i % 2;
      }
      sequences.add(new TokenSequence(tokens, weights));
    }
    return sequences;
  }
}
