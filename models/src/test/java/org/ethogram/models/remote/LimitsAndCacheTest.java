package org.ethogram.models.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.models.anthropic.AnthropicModel;
import org.ethogram.models.budget.Budget;
import org.ethogram.models.budget.Limits;
import org.ethogram.models.budget.Price;
import org.ethogram.models.cache.ResponseCache;
import org.ethogram.testkit.Answer;
import org.ethogram.testkit.FakeProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsAndCacheTest {
  private static final String KEY = "sk-ant-1234567890-never-shown";
  private static final String ANSWER =
      """
      {"id":"x","type":"message","role":"assistant","model":"m","content":[{"type":"text",\
      "text":"Hello","citations":null}],"stop_reason":"end_turn","stop_sequence":null,\
      "usage":{"input_tokens":10,"output_tokens":5}}\
      """;

  @TempDir private Path folder;

  @Test
  void aConversationIsAnsweredWithTheKeyInItsHeader() {
    try (var provider = FakeProvider.inOrder(Answer.json(ANSWER));
        AnthropicModel model = open(provider, RemoteOptions.standard())) {
      Completion completion = model.complete(request("Hi", 1));
      assertThat(completion.text()).isEqualTo("Hello");
      assertThat(completion.usage().promptTokens()).isEqualTo(10);
      var received = provider.received().getFirst();
      assertThat(received.path()).isEqualTo("/v1/messages");
      assertThat(received.headers())
          .containsEntry("x-api-key", KEY)
          .containsKey("anthropic-version");
      assertThat(received.body()).contains("\"system\":\"Be brief\"", "\"temperature\":0.0");
    }
  }

  @Test
  void plainTextAndScoresAreRefused() {
    try (var provider = FakeProvider.inOrder(Answer.json(ANSWER));
        AnthropicModel model = open(provider, RemoteOptions.standard())) {
      var text =
          new CompletionRequest(Prompt.of("Once"), 1, Sampling.GREEDY, List.of(), new Seed(1));
      assertThatThrownBy(() -> model.complete(text))
          .isInstanceOfSatisfying(
              EthogramException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.CAPABILITY_MISSING));
      assertThat(provider.received()).isEmpty();
    }
  }

  @Test
  void ofTheRulesOfSamplingOnlyTopTokensAreAskedFor() {
    try (var provider = FakeProvider.inOrder(Answer.json(ANSWER));
        AnthropicModel model = open(provider, RemoteOptions.standard())) {
      Sampling plain = Sampling.atTemperature(1);
      model.complete(sampled(plain.withTopTokens(40)));
      assertThat(provider.received().getFirst().body())
          .contains("\"top_k\":40")
          .doesNotContain("temperature");
      for (Sampling rules :
          List.of(plain.withMinimumProbability(.1), plain.withRepetitionPenalty(1.1))) {
        assertThatThrownBy(() -> model.complete(sampled(rules)))
            .isInstanceOfSatisfying(
                EthogramException.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.CAPABILITY_MISSING));
      }
      assertThat(provider.received()).hasSize(1);
    }
  }

  @Test
  void aBudgetIsNeverPassedAndStopsCleanlyWithCallsInFlight() throws Exception {
    // The bytes of a request bound its tokens, so each call sets well over 15 tokens aside.
    var budget =
        new Budget(
            new Limits(OptionalLong.of(7), OptionalLong.empty(), Optional.of(new BigDecimal("1"))),
            Map.of("m", new Price(new BigDecimal("3"), new BigDecimal("15"))));
    try (var provider = FakeProvider.inOrder(Answer.json(ANSWER));
        AnthropicModel model = open(provider, RemoteOptions.standard().withBudget(budget));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Completion>> calls = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String prompt = "call " + i;
        calls.add(threads.submit(() -> model.complete(request(prompt, 1))));
      }
      threads.shutdown();
      int answered = 0;
      for (Future<Completion> call : calls) {
        try {
          call.get();
          answered++;
        } catch (java.util.concurrent.ExecutionException e) {
          assertThat(e.getCause())
              .isInstanceOfSatisfying(
                  EthogramException.class,
                  failure -> assertThat(failure.code()).isEqualTo(ErrorCode.LIMIT_REACHED));
        }
      }
      assertThat(answered).isEqualTo(7);
      assertThat(provider.received()).hasSize(7);
      assertThat(budget.spent().tokens()).isEqualTo(105);
      // 7 x (10 x 3 + 5 x 15) / 1,000,000
      assertThat(budget.spent().money()).isEqualByComparingTo("0.000735");
    }
  }

  @Test
  void moneyIsNotLimitedByGuessedPrices() {
    var budget =
        new Budget(
            new Limits(OptionalLong.empty(), OptionalLong.empty(), Optional.of(BigDecimal.ONE)),
            Map.of());
    try (var provider = FakeProvider.inOrder(Answer.json(ANSWER));
        AnthropicModel model = open(provider, RemoteOptions.standard().withBudget(budget))) {
      assertThatThrownBy(() -> model.complete(request("Hi", 1)))
          .hasMessageContaining("this model has no price");
      assertThat(provider.received()).isEmpty();
    }
  }

  @Test
  void anAnswerIsAskedForOnceAcrossThreadsAndRuns() throws Exception {
    Path file = folder.resolve("responses.db");
    try (var provider = FakeProvider.inOrder(Answer.json(ANSWER))) {
      for (int run = 0; run < 2; run++) {
        try (var cache = ResponseCache.open(file);
            AnthropicModel model = open(provider, RemoteOptions.standard().withCache(cache));
            var threads = Executors.newVirtualThreadPerTaskExecutor()) {
          List<Future<Completion>> calls = new ArrayList<>();
          for (int i = 0; i < 50; i++) {
            long seed = i % 2;
            calls.add(threads.submit(() -> model.complete(request("Hi", seed))));
          }
          for (Future<Completion> call : calls) {
            assertThat(call.get().text()).isEqualTo("Hello");
          }
          assertThat(cache.misses()).isEqualTo(run == 0 ? 2 : 0);
        }
      }
      assertThat(provider.received()).hasSize(2);
    }
  }

  @Test
  void failuresAreNotKept() {
    try (var provider = FakeProvider.inOrder(Answer.status(400, "{}"), Answer.json(ANSWER));
        var cache = ResponseCache.open(folder.resolve("responses.db"));
        AnthropicModel model = open(provider, RemoteOptions.standard().withCache(cache))) {
      assertThatThrownBy(() -> model.complete(request("Hi", 1)))
          .isInstanceOf(EthogramException.class);
      assertThat(model.complete(request("Hi", 1)).text()).isEqualTo("Hello");
    }
  }

  @Test
  void aKeptAnswerThatIsNoneAnyMoreIsNamed() throws Exception {
    Path file = folder.resolve("responses.db");
    try (var provider = FakeProvider.inOrder(Answer.json(ANSWER));
        var cache = ResponseCache.open(file);
        AnthropicModel model = open(provider, RemoteOptions.standard().withCache(cache))) {
      model.complete(request("Hi", 1));
      try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
          var statement = connection.createStatement()) {
        statement.execute("UPDATE response SET response = x'7b7d'");
      }
      assertThatThrownBy(() -> model.complete(request("Hi", 1)))
          .isInstanceOfSatisfying(
              EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_ACCESS))
          .hasMessageContaining("responses.db: an answer in the cache is damaged");
      assertThat(provider.received()).hasSize(1);
    }
  }

  static Stream<Answer> passing() {
    return Stream.of(
        Answer.status(529, "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}"),
        Answer.retryAfter(429, "0"),
        new Answer.Reset(),
        new Answer.Cut(ANSWER, ANSWER.length() - 1),
        Answer.json(ANSWER.replace("\"stop_reason\":\"end_turn\",", "")),
        Answer.json(ANSWER.replace("\"content\":[", "\"contents\":[")),
        new Answer.Reply(200, "text/plain", Map.of(), ANSWER));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void aFaultThatPassesIsPassedOver(Answer fault) {
    RemoteOptions patient = RemoteOptions.standard().withRetry(RetryRule.STANDARD, wait -> {});
    try (var provider = FakeProvider.inOrder(fault, fault, Answer.json(ANSWER));
        AnthropicModel model = open(provider, patient)) {
      assertThat(model.complete(request("Hi", 1)).text()).isEqualTo("Hello");
      assertThat(provider.received()).hasSize(3);
    }
  }

  @Test
  void theKeyStandsInNoMessageNoAnswerAndNoFile() throws Exception {
    String echoing = ANSWER.replace("Hello", "your key is " + KEY);
    String refusal = "{\"error\":{\"message\":\"invalid x-api-key " + KEY + "\"}}";
    try (var provider =
            FakeProvider.inOrder(
                Answer.json(echoing), Answer.status(401, refusal), Answer.status(418, KEY));
        var cache = ResponseCache.open(folder.resolve("responses.db"));
        AnthropicModel model = open(provider, RemoteOptions.standard().withCache(cache))) {
      assertThat(model.complete(request("Hi", 1)).text()).isEqualTo("your key is [secret]");
      for (long seed = 2; seed < 4; seed++) {
        var request = request("Hi", seed);
        assertThatThrownBy(() -> model.complete(request))
            .satisfies(failure -> assertThat(trace(failure)).doesNotContain(KEY));
      }
      assertThat(model.identity().toString() + secret() + provider.address()).doesNotContain(KEY);
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
            .doesNotContain(KEY);
      }
    }
    assertThatThrownBy(() -> Secret.from(Map.of("K", "never shown\nat all"), "K"))
        .satisfies(failure -> assertThat(trace(failure)).doesNotContain("never shown"));
  }

  private static String trace(Throwable failure) {
    var text = new java.io.StringWriter();
    failure.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }

  private static Optional<Secret> secret() {
    return Secret.from(Map.of("ANTHROPIC_API_KEY", KEY), "ANTHROPIC_API_KEY");
  }

  private static AnthropicModel open(FakeProvider provider, RemoteOptions options) {
    return AnthropicModel.open(
        Endpoint.of("anthropic", provider.address().toString(), "m"), secret(), options);
  }

  private static CompletionRequest sampled(Sampling rules) {
    return new CompletionRequest(request("Hi", 1).prompt(), 20, rules, List.of(), new Seed(1));
  }

  private static CompletionRequest request(String text, long seed) {
    return new CompletionRequest(
        new Prompt.Chat(
            List.of(
                new Prompt.Message(Prompt.Role.SYSTEM, "Be brief"),
                new Prompt.Message(Prompt.Role.USER, text))),
        20,
        Sampling.GREEDY,
        List.of(),
        new Seed(seed));
  }
}
