package org.ethogram.training.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.core.StopSignal;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.runtime.Natives;
import org.ethogram.training.batches.MicroBatches;
import org.ethogram.training.batches.SequenceSource;
import org.ethogram.training.batches.TokenSequence;
import org.ethogram.training.checkpoints.Milestones;
import org.ethogram.training.initialization.FirstWeights;
import org.ethogram.training.optimization.AdamW;
import org.ethogram.training.optimization.LearningRateSchedule;
import org.ethogram.training.parallel.Parallel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many threads compute changes nothing of what a training makes. */
class ThreadsTest {
  private static final int STEPS = 3;
  private static final SequenceSource SEQUENCES =
      index -> {
        RandomGenerator random = new Seed(3).derive("tokens", index).generator();
        int length = random.nextInt(9, 17);
        float[] weights = new float[length];
        Arrays.fill(weights, 1);
        return new TokenSequence(random.ints(length, 0, 20).toArray(), weights);
      };

  @TempDir Path folder;

  @Test
  void oneThreadAndThreeMakeTheSameBytes() throws Exception {
    for (int threads : List.of(1, 3)) {
      assertThat(start(threads).waitFor()).isZero();
    }
    for (String file : List.of("state.safetensors", "metrics.jsonl")) {
      assertThat(folder.resolve("3").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("1").resolve(file));
    }
    assertThat(Files.readAllLines(folder.resolve("3").resolve("metrics.jsonl"))).hasSize(STEPS + 1);
  }

  private Process start(int threads) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            ThreadsTest.class.getName(),
            folder.resolve(Integer.toString(threads)).toString());
    builder.environment().put(Natives.THREADS_VARIABLE, Integer.toString(threads));
    return builder.inheritIO().start();
  }

  /**
   * Batches of four shares, and parameters of two ranges.
   *
   * @param arguments the folder
   */
  public static void main(String[] arguments) {
    LanguageTrainingSettings settings =
        new LanguageTrainingSettings(
            LearningRateSchedule.cosine(0.01, 3, STEPS, 0.1),
            MicroBatches.one(4096),
            16,
            new AdamW.Settings(0.9, 0.95, 1e-6, 0.01),
            1,
            STEPS,
            new Seed(2));
    try (CausalNetwork network =
            FirstWeights.network(NeoxConfiguration.organism(20, 256, 2, 4, 16), new Seed(4));
        LanguageTraining training =
            new LanguageTraining(
                network,
                TrainedParameters.all(network),
                SEQUENCES,
                settings,
                Path.of(arguments[0]),
                Parallel.single())) {
      List<TokenSequence> heldOut =
          LongStream.range(0, 200)
              .mapToObj(which -> SEQUENCES.sequence(1_000_000 + which))
              .toList();
      training.run(
          new Checkpoints(Milestones.of(Set.of()), _ -> {}),
          Evaluation.at(Milestones.of(Set.of((long) STEPS)), new HeldOutLoss(heldOut)),
          Progress.NONE.begin("train", STEPS, "steps"),
          StopSignal.NEVER);
    }
  }
}
