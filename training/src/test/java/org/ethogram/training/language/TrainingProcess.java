package org.ethogram.training.language;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
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
import org.ethogram.training.checkpoints.Milestones;
import org.ethogram.training.initialization.FirstWeights;
import org.ethogram.training.optimization.AdamW;
import org.ethogram.training.optimization.LearningRateSchedule;
import org.ethogram.training.parallel.Parallel;

/** A training that tests run in processes of its own: packed, accumulated, evaluated. */
final class TrainingProcess {
  static final int STEPS = 24;

  private TrainingProcess() {}

  /** Sequences of uneven lengths and weights, in each of which the rest repeats its beginning. */
  static final SequenceSource SEQUENCES =
      index -> {
        RandomGenerator random = new Seed(3).derive("tokens", index).generator();
        int length = random.nextInt(3, 17);
        int[] tokens = new int[length];
        float[] weights = new float[length];
        for (int i = 0; i < length; i++) {
          tokens[i] = i < 3 ? random.nextInt(20) : tokens[i - 3];
          weights[i] = i < 3 ? 0.1f : 1 + random.nextInt(2);
        }
        return new TokenSequence(tokens, weights);
      };

  /**
   * Prints each step as it ends.
   *
   * @param arguments folder, rank, size, meeting file, and the step after which to die, or 0
   */
  public static void main(String[] arguments) {
    int death = Integer.parseInt(arguments[4]);
    int size = Integer.parseInt(arguments[2]);
    try (Parallel parallel =
        size == 1
            ? Parallel.single()
            : Parallel.join(Integer.parseInt(arguments[1]), size, Path.of(arguments[3]))) {
      train(Path.of(arguments[0]), parallel, tellAndDie(death));
    } catch (EthogramException e) {
      System.out.println(e.code() + " " + e.getMessage());
      System.exit(e.code().exitCode());
    }
  }

  private static StopSignal tellAndDie(int death) {
    int[] step = new int[1];
    return () -> {
      System.out.println(++step[0]);
      if (step[0] == death) {
        Runtime.getRuntime().halt(9);
      }
      return false;
    };
  }

  static void train(Path folder, Parallel parallel, StopSignal stop) {
    List<TokenSequence> heldOut = new ArrayList<>();
    for (int which = 0; which < 40; which++) {
      heldOut.add(SEQUENCES.sequence(1_000_000L + which));
    }
    try (CausalNetwork network =
            FirstWeights.network(NeoxConfiguration.organism(20, 16, 2, 2, 16), new Seed(4));
        LanguageTraining training =
            new LanguageTraining(
                network, TrainedParameters.all(network), SEQUENCES, settings(), folder, parallel)) {
      training.run(
          new Checkpoints(Milestones.of(Set.of((long) STEPS)), _ -> {}),
          Evaluation.at(Milestones.every(8, STEPS), new HeldOutLoss(heldOut)),
          Progress.NONE.begin("train", STEPS, "steps"),
          stop);
    }
  }

  private static LanguageTrainingSettings settings() {
    return new LanguageTrainingSettings(
        LearningRateSchedule.cosine(0.01, 3, STEPS, 0.1),
        new MicroBatches(48, 5, Batching.PACKED),
        16,
        new AdamW.Settings(0.9, 0.95, 1e-6, 0.01),
        1,
        5,
        new Seed(2));
  }

  /** The same training in a process of its own. */
  static Process start(Path folder, int rank, int size, Path meeting, int death)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            TrainingProcess.class.getName(),
            folder.toString(),
            Integer.toString(rank),
            Integer.toString(size),
            meeting.toString(),
            Integer.toString(death))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
