package org.ethogram.training.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.core.StopSignal;
import org.ethogram.models.Completion;
import org.ethogram.models.Completion.FinishReason;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.torch.adapters.Adapter;
import org.ethogram.torch.adapters.AdapterFolder;
import org.ethogram.torch.adapters.LoraConfiguration;
import org.ethogram.torch.adapters.TargetModules;
import org.ethogram.torch.engine.LocalModel;
import org.ethogram.torch.engine.LocalModelOptions;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.network.DecoderNetwork;
import org.ethogram.torch.network.gpt2.Gelu;
import org.ethogram.torch.network.gpt2.Gpt2Configuration;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.neox.NeoxNetwork;
import org.ethogram.torch.tokenizer.Tokenizer;
import org.ethogram.training.batches.MicroBatches;
import org.ethogram.training.batches.TokenSequence;
import org.ethogram.training.language.HuggingFaceFolder;
import org.ethogram.training.language.LanguageTraining;
import org.ethogram.training.language.LanguageTrainingSettings;
import org.ethogram.training.language.TrainedParameters;
import org.ethogram.training.optimization.AdamW;
import org.ethogram.training.optimization.LearningRateSchedule;
import org.ethogram.training.tokenizer.BytePairTokenizer;
import org.ethogram.training.tokenizer.BytePairTrainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTrainingTest {
  private static final BytePairTokenizer BYTES = new BytePairTrainer(257, 1).train();
  private static final int END = BytePairTokenizer.END_OF_TEXT_TOKEN;

  @TempDir Path folder;

  @BeforeEach
  void saveTheBase() {
    try (NeoxNetwork network =
        NeoxNetwork.initialise(
            NeoxConfiguration.organism(BYTES.vocabularySize(), 32, 2, 2, 16), new Seed(4))) {
      HuggingFaceFolder.write(network, BYTES, folder.resolve("base"));
    }
  }

  @Test
  void anAdapterOfTransposedWeightsLearnsToComplete() {
    Gpt2Configuration configuration =
        new Gpt2Configuration(
            BYTES.vocabularySize(), 32, 64, 2, 2, 16, Gelu.TANH, 1e-5, true, OptionalInt.of(END));
    try (DecoderNetwork network =
        new DecoderNetwork(configuration, SupervisedTrainingTest::first)) {
      HuggingFaceFolder.write(network, BYTES, folder.resolve("base"));
    }
    assertThatAnAdapterLearnsToComplete();
  }

  /** Norms at one, biases at zero, matrices by chance. */
  private static Tensor first(String name, long... shape) {
    float[] values = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    RandomGenerator random = new Seed(4).derive(name).generator();
    for (int index = 0; index < values.length; index++) {
      float norm = name.endsWith(".weight") ? 1 : 0;
      values[index] = shape.length == 1 ? norm : (float) random.nextGaussian(0, 0.2);
    }
    return Tensor.create(values, shape);
  }

  @Test
  void anAdapterLearnsToComplete() {
    assertThatAnAdapterLearnsToComplete();
  }

  private void assertThatAnAdapterLearnsToComplete() {
    tune(folder.resolve("run"), 120, StopSignal.NEVER);
    SequencedMap<String, Path> adapters = new LinkedHashMap<>();
    adapters.put("digits", folder.resolve("run/adapter"));
    try (LocalModel model =
        LocalModel.open(folder.resolve("base"), LocalModelOptions.DEFAULT, adapters)) {
      for (int which = 0; which < 8; which++) {
        Completion completion = complete(model.adapted("digits"), prompt(which));
        assertThat(completion.text()).isEqualTo(" " + which);
        assertThat(completion.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(complete(model, prompt(which)).text()).isNotEqualTo(" " + which);
      }
    }
  }

  @Test
  void allOfAModelLearnsToComplete() {
    try (ModelFolder base = ModelFolder.openWritable(folder.resolve("base"));
        Tokenizer tokenizer = Tokenizer.open(base.tokenizerFile());
        LanguageTraining training =
            new LanguageTraining(
                base.network(),
                TrainedParameters.all(base.network()),
                demonstrations(tokenizer),
                settings(60),
                folder.resolve("run"))) {
      training.run(Set.of(), _ -> {}, unwatched(), StopSignal.NEVER);
      HuggingFaceFolder.write(base.network(), BYTES, folder.resolve("tuned"));
    }
    try (LocalModel model = LocalModel.open(folder.resolve("tuned"))) {
      for (int which = 0; which < 8; which++) {
        assertThat(complete(model, prompt(which)).text()).isEqualTo(" " + which);
      }
    }
  }

  @Test
  void killedAndResumedEqualsUninterruptedBitForBit() {
    tune(folder.resolve("whole"), 20, StopSignal.NEVER);
    AtomicInteger asked = new AtomicInteger();
    assertThatThrownBy(
            () -> tune(folder.resolve("broken"), 20, () -> asked.incrementAndGet() == 13))
        .isInstanceOfSatisfying(
            EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERRUPTED));
    tune(folder.resolve("broken"), 20, StopSignal.NEVER);
    for (String file :
        List.of("adapter/adapter_model.safetensors", "state.safetensors", "metrics.jsonl")) {
      assertThat(folder.resolve("broken").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
    }
  }

  @Test
  void onlyTheCompletionAndItsEndArePredicted() {
    try (Tokenizer tokenizer = Tokenizer.open(folder.resolve("base/tokenizer.json"))) {
      TokenSequence sequence =
          new Demonstrations(
                  List.of(new Demonstration("ab", " c")), tokenizer, END, 16, new Seed(1))
              .sequence(5);
      int[] tokens = sequence.tokens();
      int beginning = tokenizer.beginning().length;
      assertThat(tokens).endsWith(1 + 'a', 1 + 'b', 1 + ' ', 1 + 'c', END);
      float[] weights = new float[beginning + 5];
      Arrays.fill(weights, beginning + 2, beginning + 5, 1f);
      assertThat(sequence.weights()).containsExactly(weights);
    }
  }

  @Test
  void everyTimeThroughEachDemonstrationIsSeenOnceInAnotherOrder() {
    try (Tokenizer tokenizer = Tokenizer.open(folder.resolve("base/tokenizer.json"))) {
      Demonstrations demonstrations = demonstrations(tokenizer);
      List<TokenSequence> first = new ArrayList<>();
      List<TokenSequence> second = new ArrayList<>();
      for (int index = 0; index < 8; index++) {
        first.add(demonstrations.sequence(index));
        second.add(demonstrations.sequence(index + 8));
      }
      assertThat(first).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(second);
      assertThat(first).isNotEqualTo(second);
    }
  }

  @Test
  void whatDoesNotFitInTheContextIsAnErrorAndNotCutOff() {
    try (Tokenizer tokenizer = Tokenizer.open(folder.resolve("base/tokenizer.json"))) {
      List<Demonstration> long2 =
          List.of(new Demonstration("a", "b"), new Demonstration("a".repeat(20), "b"));
      assertThatThrownBy(() -> new Demonstrations(long2, tokenizer, END, 16, new Seed(1)))
          .isInstanceOfSatisfying(
              EthogramException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.CONTEXT_OVERFLOW);
                assertThat(e.place()).isEqualTo("demonstration 2");
              });
    }
  }

  private void tune(Path run, int steps, StopSignal stop) {
    try (ModelFolder base = ModelFolder.open(folder.resolve("base"));
        Tokenizer tokenizer = Tokenizer.open(base.tokenizerFile());
        Adapter adapter =
            Adapter.create(
                "digits",
                LoraConfiguration.uniform(8, 16, new TargetModules.AllLinear()),
                base.network(),
                new Seed(5));
        LanguageTraining training =
            new LanguageTraining(
                base.network(),
                TrainedParameters.of(adapter),
                demonstrations(tokenizer),
                settings(steps),
                run)) {
      training.run(Set.of(), _ -> {}, unwatched(), stop);
      AdapterFolder.save(run.resolve("adapter"), adapter);
    }
  }

  private static Demonstrations demonstrations(Tokenizer tokenizer) {
    List<Demonstration> demonstrations = new ArrayList<>();
    for (int which = 0; which < 8; which++) {
      demonstrations.add(new Demonstration(prompt(which), " " + which));
    }
    return new Demonstrations(demonstrations, tokenizer, END, 16, new Seed(6));
  }

  private static String prompt(int which) {
    return "of " + (char) ('a' + which);
  }

  private static Completion complete(LanguageModel model, String prompt) {
    return model.complete(
        new CompletionRequest(Prompt.of(prompt), 4, Sampling.GREEDY, List.of(), new Seed(1)));
  }

  private static LanguageTrainingSettings settings(int steps) {
    return new LanguageTrainingSettings(
        LearningRateSchedule.cosine(0.01, 5, steps, 0.1),
        MicroBatches.one(64),
        16,
        new AdamW.Settings(0.9, 0.95, 1e-8, 0),
        1,
        7,
        new Seed(2));
  }

  private static Progress.Task unwatched() {
    return Progress.NONE.begin("tune", 1, "steps");
  }
}
