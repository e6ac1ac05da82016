package org.ethogram.models.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.RemoteOptions;
import org.ethogram.models.remote.RetryRule;
import org.ethogram.testkit.Answer;
import org.ethogram.testkit.FakeProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
  private static final String GOOD = Replies.completion(" oak", 2, 1);

  private final Queue<Duration> waits = new ConcurrentLinkedQueue<>();

  static Stream<Answer> passing() {
    return Stream.of(
        Answer.retryAfter(429, "7"),
        Answer.status(500, "{\"error\":{\"message\":\"broken\"}}"),
        Answer.status(503, "busy"),
        Answer.status(529, "{\"type\":\"error\"}"),
        new Answer.Reset(),
        new Answer.Cut(GOOD, GOOD.length() / 2),
        Answer.json(GOOD.substring(0, GOOD.length() / 2)),
        Answer.json(GOOD + GOOD),
        Answer.json("{}"),
        Answer.json("{\"choices\":[]}"),
        Answer.json("{\"choices\":[{\"text\":null,\"finish_reason\":\"stop\"}]}"),
        Answer.json(""),
        new Answer.Reply(200, "text/html", Map.of(), GOOD));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void aFaultThatPassesIsPassedOver(Answer fault) {
    try (var provider = FakeProvider.inOrder(fault, fault, Answer.json(GOOD));
        OpenAiModel model = open(provider, patient())) {
      assertThat(model.complete(request(1)).text()).isEqualTo(" oak");
      assertThat(provider.received()).hasSize(3);
      assertThat(waits).hasSize(2);
    }
  }

  @ParameterizedTest
  @MethodSource("passing")
  void aFaultThatStaysIsNamedAfterTheLastAttempt(Answer fault) {
    try (var provider = FakeProvider.inOrder(fault);
        OpenAiModel model = open(provider, patient())) {
      assertThatThrownBy(() -> model.complete(request(1)))
          .isInstanceOfSatisfying(
              EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WORK_FAILED))
          .hasMessageContaining("openai:m at http://127.0.0.1")
          .hasMessageContaining("no answer in 4 attempts");
      assertThat(provider.received()).hasSize(4);
    }
  }

  @Test
  void aSilentOrSlowProviderIsLeftAndAskedAgain() {
    try (var provider =
            FakeProvider.inOrder(
                new Answer.Silence(),
                new Answer.Trickle(GOOD, Duration.ofSeconds(1)),
                Answer.json(GOOD));
        OpenAiModel model = open(provider, patient().withTimeout(Duration.ofMillis(500)))) {
      assertThat(model.complete(request(1)).text()).isEqualTo(" oak");
      assertThat(provider.received()).hasSize(3);
    }
  }

  @Test
  void aSlowReplyWithinTheTimeIsWhole() {
    try (var provider = FakeProvider.inOrder(new Answer.Trickle(GOOD, Duration.ZERO));
        OpenAiModel model = open(provider, patient())) {
      assertThat(model.complete(request(1)).text()).isEqualTo(" oak");
      assertThat(provider.received()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404, 422, 501})
  void whatWillNotPassIsNotRetried(int status) {
    try (var provider =
            FakeProvider.inOrder(Answer.status(status, "{\"error\":{\"message\":\"no such\"}}"));
        OpenAiModel model = open(provider, patient())) {
      assertThatThrownBy(() -> model.complete(request(1)))
          .isInstanceOf(EthogramException.class)
          .hasMessageContaining("status " + status + ", no such");
      assertThat(provider.received()).hasSize(1);
    }
  }

  @Test
  void theProvidersWaitIsKeptTo() {
    try (var provider = FakeProvider.inOrder(Answer.retryAfter(429, "7"), Answer.json(GOOD));
        OpenAiModel model = open(provider, patient())) {
      model.complete(request(1));
      assertThat(waits).containsExactly(Duration.ofSeconds(7));
    }
  }

  @Test
  void aDateToWaitForIsKeptTo() {
    String soon =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(40));
    try (var provider = FakeProvider.inOrder(Answer.retryAfter(503, soon), Answer.json(GOOD));
        OpenAiModel model = open(provider, patient())) {
      model.complete(request(1));
      // Dates have whole seconds, and the test takes some of them.
      assertThat(waits)
          .hasSize(1)
          .allSatisfy(
              wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(40)));
    }
  }

  @Test
  void aWaitThatIsTooLongAndAQuotaThatIsUsedUpStopTheRun() {
    var quota = Answer.status(429, "{\"error\":{\"code\":\"insufficient_quota\"}}");
    for (Answer answer : List.of(Answer.retryAfter(429, "7200"), quota)) {
      try (var provider = FakeProvider.inOrder(answer);
          OpenAiModel model = open(provider, patient())) {
        assertThatThrownBy(() -> model.complete(request(1)))
            .isInstanceOfSatisfying(
                EthogramException.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_REACHED));
        assertThat(provider.received()).hasSize(1);
      }
    }
  }

  @Test
  void anOverflowOfTheContextIsCalledThat() {
    var overflow =
        Answer.status(
            400, "{\"error\":{\"message\":\"This model's maximum context length is 8 tokens\"}}");
    try (var provider = FakeProvider.inOrder(overflow);
        OpenAiModel model = open(provider, patient())) {
      assertThatThrownBy(() -> model.complete(request(1)))
          .isInstanceOfSatisfying(
              EthogramException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.CONTEXT_OVERFLOW));
    }
  }

  @Test
  void aCancelledCallEndsAtOnce() throws InterruptedException {
    var asked = new CountDownLatch(1);
    try (var provider =
            FakeProvider.start(
                request -> {
                  asked.countDown();
                  return new Answer.Silence();
                });
        OpenAiModel model = open(provider, patient())) {
      var ended = new AtomicReference<ErrorCode>();
      Thread caller =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      model.complete(request(1));
                    } catch (EthogramException e) {
                      ended.set(e.code());
                    }
                  });
      asked.await();
      caller.interrupt();
      caller.join();
      assertThat(ended).hasValue(ErrorCode.INTERRUPTED);
    }
  }

  @Test
  void tenThousandCallsThroughFaultsLoseNothingAndDoubleNothing() throws Exception {
    int calls = 10_000;
    Set<String> asked = ConcurrentHashMap.newKeySet();
    ConcurrentMap<String, Integer> answered = new ConcurrentHashMap<>();
    try (var provider =
            FakeProvider.start(
                request -> {
                  String prompt = request.body().replaceAll(".*\"prompt\":\"([0-9]+)\".*", "$1");
                  int first = asked.add(prompt) ? Integer.parseInt(prompt) % 50 : 0;
                  return switch (first) {
                    case 7 -> Answer.retryAfter(429, "1");
                    case 17 -> Answer.status(500, "{}");
                    case 27 -> new Answer.Reset();
                    case 37 -> new Answer.Cut(GOOD, 20);
                    default -> {
                      answered.merge(prompt, 1, Integer::sum);
                      yield Answer.json(Replies.completion("to " + prompt, 1, 1));
                    }
                  };
                });
        OpenAiModel model = open(provider, patient());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Completion>> futures = new ArrayList<>();
      for (int i = 0; i < calls; i++) {
        int number = i;
        futures.add(threads.submit(() -> model.complete(request(Integer.toString(number), 1))));
      }
      for (int i = 0; i < calls; i++) {
        assertThat(futures.get(i).get().text()).isEqualTo("to " + i);
      }
      assertThat(answered).hasSize(calls).allSatisfy((prompt, n) -> assertThat(n).isEqualTo(1));
      // Every first attempt at 7, 17, 27 and 37 of 50 fails.
      assertThat(provider.received()).hasSize(calls + calls * 4 / 50);
      assertThat(provider.mostInFlight()).isLessThanOrEqualTo(256);
    }
  }

  private RemoteOptions patient() {
    return RemoteOptions.standard()
        .withRetry(
            new RetryRule(4, Duration.ofMillis(1), Duration.ofSeconds(60), new Seed(1)), waits::add)
        .withTimeout(Duration.ofSeconds(30));
  }

  private static OpenAiModel open(FakeProvider provider, RemoteOptions options) {
    return OpenAiModel.open(
        Endpoint.of("openai", provider.address() + "/v1", "m"),
        Optional.empty(),
        OpenAiOptions.PLAIN,
        options);
  }

  private static CompletionRequest request(long seed) {
    return request("1", seed);
  }

  private static CompletionRequest request(String prompt, long seed) {
    return new CompletionRequest(Prompt.of(prompt), 1, Sampling.GREEDY, List.of(), new Seed(seed));
  }
}
