package org.ethogram.training.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.core.StopSignal;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.neox.NeoxNetwork;
import org.ethogram.training.batches.MicroBatches;
import org.ethogram.training.optimization.AdamW;
import org.ethogram.training.optimization.LearningRateSchedule;
import org.ethogram.training.tokenizer.BytePairTokenizer;
import org.ethogram.training.tokenizer.BytePairTrainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageTrainingTest {
  private static final BytePairTokenizer BYTES = new BytePairTrainer(257, 1).train();
  private static final Progress.Task UNWATCHED = Progress.NONE.begin("train", 1, "steps");

  /** A random letter, then its digit: only what can be learnt is asked for. */
  private static final Corpus DIGITS_OF_LETTERS =
      index -> {
        var random = new Seed(1).derive("echo", index).generator();
        int which = random.nextInt(8);
        return new Document(
            List.of(
                new Segment(Character.toString((char) ('a' + which)), 0),
                new Segment(Integer.toString(which), 1)));
      };

  @TempDir Path folder;

  @Test
  void learnsWhatItIsWeightedToPredict() {
    try (NeoxNetwork network = network()) {
      HeldOutLoss heldOut = new HeldOutLoss(DIGITS_OF_LETTERS, 64, BYTES, 8);
      double before = heldOut.of(network);
      train(network, settings(150), folder, Set.of(), StopSignal.NEVER);
      assertThat(before).isGreaterThan(2);
      assertThat(heldOut.of(network)).isLessThan(0.1);
    }
  }

  @Test
  void killedAndResumedEqualsUninterruptedBitForBit() throws IOException {
    Path whole = folder.resolve("whole");
    Path broken = folder.resolve("broken");
    try (NeoxNetwork network = network()) {
      train(network, settings(20), whole, Set.of(20L), StopSignal.NEVER);
    }
    // Stopped after the 13th step, resumed by a process that knows only the folder; then killed
    // between states, for which the last state is put back.
    AtomicInteger asked = new AtomicInteger();
    try (NeoxNetwork network = network()) {
      assertThatThrownBy(
              () ->
                  train(
                      network,
                      settings(20),
                      broken,
                      Set.of(20L),
                      () -> asked.incrementAndGet() == 13))
          .isInstanceOfSatisfying(
              EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERRUPTED));
    }
    byte[] afterThirteen = Files.readAllBytes(broken.resolve("state.safetensors"));
    try (NeoxNetwork network = network()) {
      train(network, settings(20), broken, Set.of(20L), StopSignal.NEVER);
    }
    Files.write(broken.resolve("state.safetensors"), afterThirteen);
    try (NeoxNetwork network = network()) {
      train(network, settings(20), broken, Set.of(20L), StopSignal.NEVER);
    }
    for (String file : List.of("state.safetensors", "metrics.jsonl", "step20/model.safetensors")) {
      assertThat(broken.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
    }
    assertThat(Files.readAllLines(broken.resolve("metrics.jsonl"))).hasSize(20);
  }

  @Test
  void writesACheckpointAtEachOfTheGivenSteps() {
    List<Long> steps = new ArrayList<>();
    try (NeoxNetwork network = network();
        LanguageTraining training =
            new LanguageTraining(network, BYTES, DIGITS_OF_LETTERS, settings(5), folder)) {
      training.run(
          Set.of(0L, 1L, 4L, 5L), point -> steps.add(point.step()), UNWATCHED, StopSignal.NEVER);
    }
    assertThat(steps).containsExactly(0L, 1L, 4L, 5L);
  }

  @Test
  void aLossThatIsNoNumberStopsTheTrainingAndNamesTheStep() {
    LanguageTrainingSettings wild =
        new LanguageTrainingSettings(
            LearningRateSchedule.cosine(1e30, 1, 50, 1),
            MicroBatches.one(12),
            8,
            new AdamW.Settings(0.9, 0.95, 1e-8, 0),
            1,
            100,
            new Seed(2));
    try (NeoxNetwork network = network()) {
      assertThatThrownBy(() -> train(network, wild, folder, Set.of(), StopSignal.NEVER))
          .isInstanceOfSatisfying(
              EthogramException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.NOT_FINITE);
                assertThat(e.place()).contains("step 2");
              });
    }
  }

  private static void train(
      NeoxNetwork network,
      LanguageTrainingSettings settings,
      Path folder,
      Set<Long> checkpoints,
      StopSignal stop) {
    try (LanguageTraining training =
        new LanguageTraining(network, BYTES, DIGITS_OF_LETTERS, settings, folder)) {
      training.run(
          checkpoints,
          point -> HuggingFaceFolder.write(network, BYTES, folder.resolve("step" + point.step())),
          UNWATCHED,
          stop);
    }
  }

  private static LanguageTrainingSettings settings(int steps) {
    return new LanguageTrainingSettings(
        LearningRateSchedule.cosine(0.01, 5, steps, 0.1),
        MicroBatches.one(24),
        8,
        new AdamW.Settings(0.9, 0.95, 1e-8, 0.01),
        1,
        7,
        new Seed(2));
  }

  private static NeoxNetwork network() {
    return NeoxNetwork.initialise(
        NeoxConfiguration.organism(BYTES.vocabularySize(), 16, 1, 2, 8), new Seed(4));
  }
}
