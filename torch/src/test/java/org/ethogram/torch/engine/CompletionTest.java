package org.ethogram.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.models.Completion;
import org.ethogram.models.Completion.FinishReason;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.torch.PublishedModels;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.network.ReferenceTransformer;
import org.ethogram.torch.network.TensorValues;
import org.ethogram.torch.network.TinyModel;
import org.ethogram.torch.network.llama.LlamaConfiguration;
import org.ethogram.torch.tokenizer.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompletionTest {
  private static final int NEIGHBOURS = 100;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void greedyDecodingTakesWhatTheDefinitionHoldsMostProbable(SmallModel small) {
    ReferenceTransformer reference = small.save(folder);
    int[] prompt = ByteTokenizer.tokens("Kim says");
    int[] expected = reference.greedy(prompt, 12);
    try (LocalModel model = LocalModel.open(folder)) {
      Completion completion = model.complete(greedy("Kim says", 12));
      byte[] bytes = new byte[12];
      for (int index = 0; index < 12; index++) {
        bytes[index] = (byte) (expected[index] - 1);
      }
      assertThat(completion.text()).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
      assertThat(completion.finishReason()).isEqualTo(FinishReason.LENGTH);
      assertThat(completion.usage().promptTokens()).isEqualTo(prompt.length);
      assertThat(completion.usage().completionTokens()).isEqualTo(12);
      assertThat(completion.tokens()).hasSize(12);
      assertThat(completion.tokens().getFirst().logProbability())
          .isCloseTo(
              ReferenceTransformer.logProbability(
                  reference.logits(prompt)[prompt.length - 1], expected[0]),
              offset(1e-4));
    }
  }

  @Test
  void aStopTextEndsACompletionAndIsNoPartOfIt() {
    SmallModel.PARALLEL_NEOX.save(folder);
    try (LocalModel model = LocalModel.open(folder)) {
      String free = model.complete(sampled("Kim says", 40, 3)).text();
      String stop = free.substring(10, 12);
      int begin = free.indexOf(stop);
      Completion stopped =
          model.complete(
              new CompletionRequest(
                  Prompt.of("Kim says"),
                  40,
                  sampled("", 1, 3).sampling(),
                  List.of("never this text", stop),
                  new Seed(3)));
      assertThat(stopped.text()).isEqualTo(free.substring(0, begin));
      assertThat(stopped.finishReason()).isEqualTo(FinishReason.STOP);
      assertThat(stopped.usage().cachedTokens()).isEqualTo(9);
    }
  }

  @Test
  void aSampleDependsOnItsSeedAloneAndNotOnItsNeighbours() throws Exception {
    SmallModel.SEQUENTIAL_NEOX.save(folder);
    try (LocalModel model = LocalModel.open(folder)) {
      List<String> alone = new ArrayList<>();
      for (int seed = 0; seed < NEIGHBOURS; seed++) {
        alone.add(model.complete(sampled("Kim" + seed, 20, seed)).text());
      }
      List<Future<Completion>> pending = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int seed = 0; seed < NEIGHBOURS; seed++) {
          CompletionRequest request = sampled("Kim" + seed, 20, seed);
          pending.add(threads.submit(() -> model.complete(request)));
        }
      }
      for (int seed = 0; seed < NEIGHBOURS; seed++) {
        assertThat(pending.get(seed).get().text()).isEqualTo(alone.get(seed));
      }
      assertThat(model.complete(sampled("Kim0", 20, 99)).text()).isNotEqualTo(alone.getFirst());
    }
  }

  /** Calls begin and end at different rounds, with and without a past that all of them share. */
  @ParameterizedTest
  @EnumSource(names = {"PARALLEL_NEOX", "GROUPED_LLAMA", "MISTRAL_NARROW"})
  void textsThatGrowSideBySideAreThoseThatGrowAlone(SmallModel small) throws Exception {
    small.save(folder);
    LocalModelOptions uncached = LocalModelOptions.DEFAULT.withPrefixCache(false);
    try (LocalModel model = LocalModel.open(folder);
        LocalModel alone = LocalModel.open(folder, uncached)) {
      for (String begin : List.of("", "If both say oak, each gets three points. ")) {
        List<Future<Completion>> pending = new ArrayList<>();
        List<CompletionRequest> requests = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
          for (int call = 0; call < 20; call++) {
            String prompt = begin + "Kim".repeat(1 + call % 3) + call;
            CompletionRequest request = sampled(prompt, 3 + 7 * call % 25, call);
            requests.add(request);
            pending.add(threads.submit(() -> model.complete(request)));
          }
        }
        for (int call = 0; call < 20; call++) {
          assertThat(pending.get(call).get().text())
              .isEqualTo(alone.complete(requests.get(call)).text());
        }
      }
    }
  }

  @Test
  void samplingAmongTheMostProbableAloneIsGreedy() {
    SmallModel.GROUPED_LLAMA.save(folder);
    try (LocalModel model = LocalModel.open(folder)) {
      CompletionRequest narrow =
          new CompletionRequest(
              Prompt.of("Kim"),
              10,
              Sampling.atTemperature(1).withTopProbability(1e-9),
              List.of(),
              new Seed(1));
      assertThat(model.complete(narrow).text()).isEqualTo(model.complete(greedy("Kim", 10)).text());
    }
  }

  @Test
  void whatIsToldOfATokenIsUntouchedByTheRulesOfSampling() {
    SmallModel.GROUPED_LLAMA.save(folder);
    try (LocalModel model = LocalModel.open(folder)) {
      Completion plain = model.complete(greedy("Kim", 1));
      CompletionRequest ruled =
          new CompletionRequest(
              Prompt.of("Kim"),
              1,
              Sampling.atTemperature(1e-3).withRepetitionPenalty(1.0001).withTopTokens(1),
              List.of(),
              new Seed(1));
      assertThat(model.complete(ruled).tokens()).isEqualTo(plain.tokens());
    }
  }

  @Test
  void whatDoesNotFitInTheContextIsAnError() {
    SmallModel.SEQUENTIAL_NEOX.save(folder);
    try (LocalModel model = LocalModel.open(folder)) {
      assertThatThrownBy(() -> model.complete(greedy("Kim", 254)))
          .isInstanceOfSatisfying(
              EthogramException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.CONTEXT_OVERFLOW));
      assertThat(model.complete(greedy("Kim", 253)).usage().completionTokens()).isPositive();
    }
  }

  /** stories260K is trained on TinyStories, whose stories begin so. */
  @Test
  void aRealPretrainedModelTellsItsStory() {
    Path stories = PublishedModels.folder("stories260K-hf");
    String prompt = "Once upon a time";
    int[] expected;
    String expectedText;
    try (ModelFolder read = ModelFolder.open(stories);
        Tokenizer tokenizer = Tokenizer.open(read.tokenizerFile())) {
      int[] tokens = tokenizer.encode(prompt);
      int[] begun = new int[tokens.length + 1];
      begun[0] = tokenizer.beginning()[0];
      System.arraycopy(tokens, 0, begun, 1, tokens.length);
      var configuration = LlamaConfiguration.read(read.configuration());
      expected =
          TinyModel.reference(configuration, TensorValues.of(read.network())).greedy(begun, 20);
      expectedText = tokenizer.decodeContinuation(expected);
    }
    try (LocalModel model = LocalModel.open(stories)) {
      Completion story = model.complete(greedy(prompt, 60));
      assertThat(story.text()).startsWith(expectedText).startsWith(", there was a little");
      assertThat(story.tokens()).hasSize(60);
    }
  }

  private static CompletionRequest greedy(String prompt, int tokens) {
    return new CompletionRequest(
        Prompt.of(prompt), tokens, Sampling.GREEDY, List.of(), new Seed(0));
  }

  private static CompletionRequest sampled(String prompt, int tokens, long seed) {
    Sampling rules =
        Sampling.atTemperature(1)
            .withTopTokens(200)
            .withTopProbability(0.99)
            .withMinimumProbability(0.001)
            .withRepetitionPenalty(1.1);
    return new CompletionRequest(Prompt.of(prompt), tokens, rules, List.of(), new Seed(seed));
  }
}
