package org.ethogram.training.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.core.StopSignal;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.training.batches.Batching;
import org.ethogram.training.batches.MicroBatches;
import org.ethogram.training.batches.SequenceSource;
import org.ethogram.training.batches.TokenSequence;
import org.ethogram.training.initialization.FirstWeights;
import org.ethogram.training.optimization.AdamW;
import org.ethogram.training.optimization.LearningRateSchedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccumulationTest {
  /** Eight tokens each; only every third sequence has much to predict. */
  private static final SequenceSource UNEVEN =
      index -> {
        RandomGenerator random = new Seed(3).derive("tokens", index).generator();
        int[] tokens = random.ints(8, 0, 20).toArray();
        float[] weights = new float[8];
        for (int i = index % 3 == 0 ? 1 : 7; i < 8; i++) {
          weights[i] = index % 3 == 0 ? 2 : 0.25f;
        }
        return new TokenSequence(tokens, weights);
      };

  @TempDir Path folder;

  @Test
  void aStepOfSeveralMicroBatchesEqualsOneLargeBatch() {
    float[] large = trained(UNEVEN, settings(96, 1), "large");
    float[] accumulated = trained(UNEVEN, settings(16, 6), "accumulated");
    assertThat(accumulated).containsExactly(large, within(1e-5f));
    float[] fewer = trained(UNEVEN, settings(16, 5), "fewer");
    assertThat(distance(fewer, large)).isGreaterThan(1e-3);
  }

  @Test
  void aMicroBatchInWhichNothingIsPredictedAddsNothing() {
    SequenceSource everyOther =
        index ->
            new TokenSequence(
                UNEVEN.sequence(index / 2).tokens(),
                index % 2 == 0 ? UNEVEN.sequence(index / 2).weights() : new float[8]);
    float[] without = trained(UNEVEN, settings(8, 3), "without");
    float[] with = trained(everyOther, settings(8, 6), "with");
    assertThat(with).containsExactly(without, within(1e-5f));
  }

  @Test
  void aStepInWhichNothingIsPredictedIsAnErrorThatNamesIt() {
    SequenceSource nothing = _ -> new TokenSequence(new int[8], new float[8]);
    assertThatThrownBy(() -> trained(nothing, settings(16, 1), "nothing"))
        .isInstanceOfSatisfying(
            EthogramException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_DATA);
              assertThat(e.place()).endsWith("step 1");
            });
  }

  private float[] trained(
      SequenceSource sequences, LanguageTrainingSettings settings, String name) {
    try (CausalNetwork network =
            FirstWeights.network(NeoxConfiguration.organism(20, 16, 2, 2, 8), new Seed(4));
        LanguageTraining training =
            new LanguageTraining(
                network,
                TrainedParameters.all(network),
                sequences,
                settings,
                folder.resolve(name))) {
      training.run(Set.of(), _ -> {}, Progress.NONE.begin("train", 1, "steps"), StopSignal.NEVER);
      float[] values = new float[16 * 20];
      network.parameters().firstEntry().getValue().data_ptr_float().get(values);
      return values;
    }
  }

  private static LanguageTrainingSettings settings(int batchTokens, int count) {
    return new LanguageTrainingSettings(
        LearningRateSchedule.cosine(0.01, 2, 6, 0.1),
        new MicroBatches(batchTokens, count, Batching.PACKED),
        8,
        new AdamW.Settings(0.9, 0.95, 1e-6, 0.01),
        1,
        100,
        new Seed(2));
  }

  private static double distance(float[] first, float[] second) {
    double largest = 0;
    for (int i = 0; i < first.length; i++) {
      largest = Math.max(largest, Math.abs(first[i] - second[i]));
    }
    return largest;
  }
}
