package org.ethogram.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Prompt;
import org.ethogram.models.PromptScore;
import org.ethogram.models.Sampling;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.TokenLogProbability.Alternative;
import org.ethogram.torch.adapters.Adapter;
import org.ethogram.torch.adapters.AdapterFolder;
import org.ethogram.torch.adapters.LoraConfiguration;
import org.ethogram.torch.adapters.TargetModules;
import org.ethogram.torch.adapters.TaughtAdapter;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.network.ReferenceTransformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlternativesTest {
  private static final int MOST = TokenLogProbability.MOST_ALTERNATIVES;
  private static final String TEXT = "Kim says oak. Lee says";

  @TempDir Path folder;

  /** The definition's logits, sorted, are the independent way. */
  @ParameterizedTest
  @EnumSource(names = {"SEQUENTIAL_NEOX", "GROUPED_LLAMA", "GPT2"})
  void alternativesAreTheLargestOfTheSoftmax(SmallModel small) {
    ReferenceTransformer reference = small.save(folder);
    try (LocalModel model = LocalModel.open(folder)) {
      var scored = model.score(score(TEXT, MOST)).getFirst().tokens();
      double[][] logits = reference.logits(ByteTokenizer.tokens(TEXT + " oak!"));
      int start = TEXT.length();
      for (int index = 0; index < scored.size(); index++) {
        assertAreLargest(scored.get(index), logits[start + index]);
      }
      Completion written = model.complete(greedy(TEXT, 6, 3));
      double[][] along = reference.logits(writtenBy(reference, 6));
      assertThat(written.tokens()).hasSize(6);
      for (int index = 0; index < 6; index++) {
        TokenLogProbability token = written.tokens().get(index);
        assertThat(token.alternatives()).hasSize(3);
        assertThat(token.alternatives().getFirst())
            .isEqualTo(new Alternative(token.text(), token.logProbability()));
        assertAreLargest(token, along[start + index]);
      }
    }
  }

  @Test
  void penaltyAndTemperatureChangeWhatIsDrawnAndNotWhatIsTold() {
    ReferenceTransformer reference = SmallModel.SEQUENTIAL_NEOX.save(folder);
    try (LocalModel model = LocalModel.open(folder)) {
      var ruled =
          new CompletionRequest(
              Prompt.of(TEXT),
              6,
              Sampling.atTemperature(2).withRepetitionPenalty(5),
              List.of(),
              new Seed(4),
              4);
      Completion written = model.complete(ruled);
      TokenLogProbability first = written.tokens().getFirst();
      assertThat(first.alternatives()).hasSize(4);
      assertThat(first.alternatives()).extracting(Alternative::text).doesNotContain(first.text());
      assertAreLargest(first, reference.logits(ByteTokenizer.tokens(TEXT))[TEXT.length()]);
      assertThat(written.text()).isEqualTo(model.complete(ruled.withTopLogProbabilities(0)).text());
      assertThat(model.complete(ruled.withTopLogProbabilities(0)).tokens())
          .allSatisfy(token -> assertThat(token.alternatives()).isEmpty());
    }
  }

  @Test
  void manyCallsOverTheBaseAndAnAdapterGetTheAlternativesOfOneAlone() throws Exception {
    var adapters = new LinkedHashMap<String, Path>();
    SmallModel.PARALLEL_NEOX.save(folder);
    adapters.put("odd", adapter());
    try (LocalModel together = LocalModel.open(folder, LocalModelOptions.DEFAULT, adapters);
        LocalModel alone =
            LocalModel.open(folder, LocalModelOptions.DEFAULT.withPrefixCache(false), adapters)) {
      List<Callable<List<TokenLogProbability>>> calls = new ArrayList<>();
      List<Callable<List<TokenLogProbability>>> single = new ArrayList<>();
      for (int call = 0; call < 48; call++) {
        int number = call;
        calls.add(() -> told(together, number));
        single.add(() -> told(alone, number));
      }
      List<Future<List<TokenLogProbability>>> found = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        calls.forEach(call -> found.add(threads.submit(call)));
      }
      for (int call = 0; call < 48; call++) {
        assertClose(found.get(call).get(), single.get(call).call());
      }
      assertThat(alternativesOf(told(alone, 0))).isNotEqualTo(alternativesOf(told(alone, 3)));
    }
  }

  @Test
  void aPromptIsScoredTokenByTokenBehindItsFirst() {
    SmallModel.SEQUENTIAL_NEOX.save(folder);
    try (LocalModel model = LocalModel.open(folder)) {
      PromptScore whole = model.scorePrompt(Prompt.of(TEXT), 2);
      var behind = new ScoreRequest(Prompt.of("K"), List.of(TEXT.substring(1)), 2);
      assertThat(whole.text()).isEqualTo(TEXT);
      assertThat(whole.first()).isEqualTo("K");
      assertClose(whole.following(), model.score(behind).getFirst().tokens());
      assertThat(whole.usage().promptTokens()).isEqualTo(TEXT.length() + 1);
      assertThat(model.scorePrompt(Prompt.of("K"), 2).following()).isEmpty();
      assertThat(model.scorePrompt(Prompt.of(""), 2).following()).isEmpty();
      assertOverflows(() -> model.scorePrompt(Prompt.of("x".repeat(257)), 0));
      assertThat(model.scorePrompt(Prompt.of("x".repeat(256)), 0).following()).hasSize(255);
    }
  }

  /**
   * Token 0 begins every text of this tokenizer; numbers are read without it unless it is given.
   */
  @Test
  void numbersAreReadAsExactlyThoseTokens() {
    ReferenceTransformer reference = SmallModel.GROUPED_LLAMA.save(folder);
    int[] dressed = ByteTokenizer.tokens(TEXT);
    int[] bare = Arrays.copyOfRange(dressed, 1, dressed.length);
    try (LocalModel model = LocalModel.open(folder)) {
      Completion numbered = complete(model, prompt(dressed));
      Completion plain = complete(model, Prompt.of(TEXT));
      assertThat(numbered.text()).isEqualTo(plain.text());
      assertThat(numbered.usage().promptTokens()).isEqualTo(plain.usage().promptTokens());
      assertClose(numbered.tokens(), plain.tokens());
      Completion undressed = complete(model, prompt(bare));
      assertThat(undressed.usage().promptTokens()).isEqualTo(bare.length);
      assertAreLargest(undressed.tokens().getFirst(), reference.logits(bare)[bare.length - 1]);
      PromptScore score = model.scorePrompt(prompt(dressed), 1);
      assertThat(score.first()).isEqualTo("<|endoftext|>");
      assertThat(score.text()).isEqualTo("<|endoftext|>" + TEXT);
      assertThat(score.following()).hasSize(bare.length);
      double[][] logits = reference.logits(dressed);
      for (int index = 0; index < bare.length; index++) {
        assertAreLargest(score.following().get(index), logits[index]);
      }
      assertClose(
          model.score(new ScoreRequest(prompt(dressed), List.of(" oak!"), 2)).getFirst().tokens(),
          model.score(score(TEXT, 2)).getFirst().tokens());
      assertThatThrownBy(() -> model.scorePrompt(prompt(1, 257), 0))
          .isInstanceOfSatisfying(
              EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_DATA))
          .hasMessageContaining("257");
    }
  }

  private Path adapter() {
    Path path = folder.resolve("odd");
    LoraConfiguration configuration =
        LoraConfiguration.uniform(2, 4, new TargetModules.Named(List.of("dense")));
    try (ModelFolder base = ModelFolder.open(folder);
        Adapter adapter = TaughtAdapter.of("odd", configuration, base.network())) {
      AdapterFolder.save(path, adapter);
    }
    return path;
  }

  private static List<TokenLogProbability> told(LocalModel model, int call) {
    LanguageModel asked = call % 2 == 0 ? model : model.adapted("odd");
    String text = TEXT + " round " + call / 4;
    int alternatives = call % 5;
    return call % 4 < 2
        ? asked.complete(greedy(text, 4, alternatives)).tokens()
        : asked.score(score(text, alternatives)).getFirst().tokens();
  }

  private static List<List<Alternative>> alternativesOf(List<TokenLogProbability> tokens) {
    return tokens.stream().map(TokenLogProbability::alternatives).toList();
  }

  private static void assertClose(
      List<TokenLogProbability> actual, List<TokenLogProbability> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int index = 0; index < actual.size(); index++) {
      TokenLogProbability one = actual.get(index);
      TokenLogProbability other = expected.get(index);
      assertThat(one.text()).isEqualTo(other.text());
      assertThat(one.logProbability()).isCloseTo(other.logProbability(), offset(1e-4));
      assertThat(one.alternatives()).hasSameSizeAs(other.alternatives());
      for (int rank = 0; rank < one.alternatives().size(); rank++) {
        assertThat(one.alternatives().get(rank).logProbability())
            .isCloseTo(other.alternatives().get(rank).logProbability(), offset(1e-4));
      }
    }
  }

  private static void assertAreLargest(TokenLogProbability token, double[] logits) {
    List<Integer> ranked =
        IntStream.range(0, logits.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer number) -> logits[number]).reversed())
            .toList();
    List<Alternative> told = token.alternatives();
    assertThat(told).isNotEmpty();
    for (int rank = 0; rank < told.size(); rank++) {
      int number = ranked.get(rank);
      assertThat(told.get(rank).logProbability())
          .isCloseTo(ReferenceTransformer.logProbability(logits, number), offset(1e-4));
      if (number > ' ' && number <= '~') {
        assertThat(told.get(rank).text()).isEqualTo(Character.toString(number - 1));
      }
    }
    assertThat(told.getFirst().logProbability()).isGreaterThanOrEqualTo(token.logProbability());
  }

  private static int[] writtenBy(ReferenceTransformer reference, int count) {
    int[] prompt = ByteTokenizer.tokens(TEXT);
    int[] written = reference.greedy(prompt, count);
    int[] all = Arrays.copyOf(prompt, prompt.length + count);
    System.arraycopy(written, 0, all, prompt.length, count);
    return all;
  }

  private static Completion complete(LocalModel model, Prompt prompt) {
    return model.complete(
        new CompletionRequest(prompt, 4, Sampling.GREEDY, List.of(), new Seed(1), 2));
  }

  private static Prompt prompt(int... tokens) {
    return new Prompt.Tokens(Arrays.stream(tokens).boxed().toList());
  }

  private static CompletionRequest greedy(String prompt, int tokens, int alternatives) {
    return new CompletionRequest(
        Prompt.of(prompt), tokens, Sampling.GREEDY, List.of(), new Seed(1), alternatives);
  }

  private static ScoreRequest score(String prompt, int alternatives) {
    return new ScoreRequest(Prompt.of(prompt), List.of(" oak!"), alternatives);
  }

  private static void assertOverflows(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            EthogramException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CONTEXT_OVERFLOW));
  }
}
