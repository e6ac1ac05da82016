package org.ethogram.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.Pointer;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;
import org.ethogram.torch.network.ReferenceTransformer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScoringTest {
  private static final String RULES = "If both say oak, each gets three points. ";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void scoresAreThoseOfTheDefinitionWhateverIsCached(SmallModel small) {
    ReferenceTransformer reference = small.save(folder);
    List<ScoreRequest> requests =
        List.of(
            request(RULES + "Kim says", " oak", " rose", "!"),
            request(RULES, " oak"),
            request(RULES + "Kim says", " oak", " rose", "!"),
            request(RULES + "Kim says oak. Lee", " says"),
            request("", "If"),
            request(RULES + "Kim", " sa"));
    try (LocalModel model = LocalModel.open(folder)) {
      for (ScoreRequest request : requests) {
        assertIsOfDefinition(reference, request, model.score(request));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void concurrentCallsGetTheAnswersThatTheyWouldGetAlone(SmallModel small) throws Exception {
    small.save(folder);
    List<ScoreRequest> requests = manyRequests();
    try (LocalModel batched = LocalModel.open(folder);
        LocalModel alone =
            LocalModel.open(folder, LocalModelOptions.DEFAULT.withPrefixCache(false))) {
      List<List<ContinuationScore>> together = together(batched, requests);
      List<List<ContinuationScore>> again = together(batched, requests);
      List<List<ContinuationScore>> uncached = together(alone, requests);
      for (int index = 0; index < requests.size(); index++) {
        List<ContinuationScore> expected = alone.score(requests.get(index));
        assertClose(together.get(index), expected);
        assertClose(again.get(index), expected);
        assertClose(uncached.get(index), expected);
      }
      assertThat(alone.cachedTokens()).isZero();
      assertThat(batched.cachedTokens()).isPositive();
    }
  }

  /** The smallest pool holds 1022 tokens; the requests together have several times as many. */
  @Test
  void evictionKeepsMemoryBoundedAndAnswersRight() throws Exception {
    ReferenceTransformer reference = SmallModel.SEQUENTIAL_NEOX.save(folder);
    try (LocalModel model = LocalModel.open(folder, LocalModelOptions.DEFAULT.withCacheBytes(0))) {
      for (int round = 0; round < 20; round++) {
        List<ScoreRequest> requests = new ArrayList<>();
        for (int call = 0; call < 4; call++) {
          requests.add(request(RULES + "Round " + round + ", call " + call + ". " + RULES, " oak"));
        }
        List<List<ContinuationScore>> scores = together(model, requests);
        assertIsOfDefinition(reference, requests.getFirst(), scores.getFirst());
        assertThat(model.cachedTokens()).isLessThanOrEqualTo(1022);
      }
    }
  }

  @Test
  void nativeMemoryDoesNotGrowWithTheNumberOfCalls() throws Exception {
    SmallModel.SEQUENTIAL_NEOX.save(folder);
    try (LocalModel model = LocalModel.open(folder, LocalModelOptions.DEFAULT.withCacheBytes(0))) {
      for (int call = 0; call < 100; call++) {
        model.score(request(RULES + call, " oak", " rose"));
      }
      long before = Pointer.totalCount();
      for (int call = 0; call < 300; call++) {
        model.score(request(RULES + call, " oak", " rose"));
      }
      assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before + 10);
    }
  }

  @Test
  void whatDoesNotFitInTheContextIsAnError() {
    SmallModel.SEQUENTIAL_NEOX.save(folder);
    try (LocalModel model = LocalModel.open(folder)) {
      // Beginning, 254 bytes and one predicted byte more: 256 positions are used.
      assertThat(model.score(request("x".repeat(254), "ab"))).hasSize(1);
      assertThatThrownBy(() -> model.score(request("x".repeat(255), "ab")))
          .isInstanceOfSatisfying(
              EthogramException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.CONTEXT_OVERFLOW))
          .hasMessageContaining("256");
    }
  }

  @Test
  void conversationsNeedATemplate() {
    SmallModel.SEQUENTIAL_NEOX.save(folder);
    try (LocalModel model = LocalModel.open(folder)) {
      Prompt chat = new Prompt.Chat(List.of(new Prompt.Message(Prompt.Role.USER, "Hello")));
      assertThatThrownBy(() -> model.score(new ScoreRequest(chat, List.of("a"))))
          .isInstanceOfSatisfying(
              EthogramException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.CAPABILITY_MISSING));
    }
  }

  @Test
  void aClosedModelSaysSo() {
    SmallModel.SEQUENTIAL_NEOX.save(folder);
    LocalModel model = LocalModel.open(folder);
    model.score(request("a", "b"));
    model.close();
    model.close();
    assertThatThrownBy(() -> model.score(request("a", "b")))
        .isInstanceOfSatisfying(
            EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERRUPTED));
  }

  /** Prompts of many lengths that share prefixes in trees, as games do. */
  private static List<ScoreRequest> manyRequests() {
    List<ScoreRequest> requests = new ArrayList<>();
    for (int history = 0; history < 16; history++) {
      StringBuilder text = new StringBuilder(RULES);
      for (int round = 0; round < 4; round++) {
        boolean oak = (history >> round & 1) == 0;
        text.append(oak ? "Kim says oak. " : "Kim says rose, alas. ");
        requests.add(request(text + "Next, Kim says", " oak", " rose"));
      }
    }
    for (int length = 1; length < 20; length++) {
      requests.add(request("z".repeat(length), "y"));
    }
    return requests;
  }

  private static List<List<ContinuationScore>> together(
      LocalModel model, List<ScoreRequest> requests) throws Exception {
    List<Future<List<ContinuationScore>>> pending = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      requests.forEach(request -> pending.add(threads.submit(() -> model.score(request))));
    }
    List<List<ContinuationScore>> results = new ArrayList<>();
    for (var one : pending) {
      results.add(one.get());
    }
    return results;
  }

  private static void assertClose(
      List<ContinuationScore> actual, List<ContinuationScore> expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int index = 0; index < actual.size(); index++) {
      assertThat(actual.get(index).logProbability())
          .isCloseTo(expected.get(index).logProbability(), offset(1e-4));
    }
  }

  private static void assertIsOfDefinition(
      ReferenceTransformer reference, ScoreRequest request, List<ContinuationScore> scores) {
    String prompt = ((Prompt.Text) request.prompt()).text();
    assertThat(scores).hasSameSizeAs(request.continuations());
    for (ContinuationScore score : scores) {
      int[] sequence = ByteTokenizer.tokens(prompt + score.continuation());
      double[][] logits = reference.logits(sequence);
      int start = sequence.length - score.tokens().size();
      assertThat(score.tokens()).hasSize(score.continuation().length());
      for (int index = 0; index < score.tokens().size(); index++) {
        assertThat(score.tokens().get(index).text())
            .isEqualTo(score.continuation().substring(index, index + 1));
        assertThat(score.tokens().get(index).logProbability())
            .isCloseTo(
                ReferenceTransformer.logProbability(
                    logits[start + index - 1], sequence[start + index]),
                offset(1e-4));
      }
    }
  }

  private static ScoreRequest request(String prompt, String... continuations) {
    return new ScoreRequest(Prompt.of(prompt), List.of(continuations));
  }

  @Test
  void identityTellsTheSizeAndTheFiles() {
    SmallModel.PARALLEL_NEOX.save(folder);
    try (LocalModel model = LocalModel.open(folder)) {
      assertThat(model.identity().architecture()).isEqualTo("GPTNeoXForCausalLM");
      assertThat(model.identity().revision()).isEqualTo("main");
      assertThat(model.identity().weightsHash()).hasSize(64);
      assertThat(model.identity().tokenizerHash()).hasSize(64);
      // By hand: two layers of 12 d^2 + 13 d and a final norm of 2 d, with d = 16.
      assertThat(model.identity().scale().parameters())
          .hasValue(2 * (12 * 16 * 16 + 13 * 16) + 2 * 16);
    }
  }
}
