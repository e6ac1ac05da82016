package org.ethogram.models.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.models.openai.OpenAiModel;
import org.ethogram.models.openai.OpenAiOptions;
import org.ethogram.testkit.Answer;
import org.ethogram.testkit.FakeProvider;
import org.junit.jupiter.api.Test;

class AdaptiveConcurrencyTest {
  private static final String GOOD =
      "{\"choices\":[{\"index\":0,\"text\":\"x\",\"finish_reason\":\"stop\",\"logprobs\":null}],"
          + "\"id\":\"c\",\"object\":\"text_completion\",\"created\":1,\"model\":\"m\"}";

  @Test
  void oneMoreForEachRoundOfSuccessesUpToTheMost() {
    var concurrency = new AdaptiveConcurrency(2, 4);
    // 2, 2.5, 2.9, 3.24: the third success makes a third place.
    for (int expected : new int[] {2, 2, 3}) {
      concurrency.succeeded();
      assertThat(concurrency.limit()).isEqualTo(expected);
    }
    IntStream.range(0, 100).forEach(i -> concurrency.succeeded());
    assertThat(concurrency.limit()).isEqualTo(4);
  }

  @Test
  void callsThatWereInFlightTogetherHalveItOnceAndOneIsLeft() {
    var concurrency = new AdaptiveConcurrency(8, 8);
    long era = concurrency.era();
    concurrency.overrun(era);
    concurrency.overrun(era);
    assertThat(concurrency.limit()).isEqualTo(4);
    IntStream.range(0, 9).forEach(i -> concurrency.overrun(concurrency.era()));
    assertThat(concurrency.limit()).isEqualTo(1);
  }

  @Test
  void anOverrunProviderIsAskedLessAndThenMoreAgain() throws Exception {
    int calls = 400;
    var concurrency = new AdaptiveConcurrency(16, 64);
    var firstWave = new CountDownLatch(16);
    var refused = ConcurrentHashMap.<String>newKeySet();
    try (var provider =
            FakeProvider.start(
                request -> {
                  if (request.index() < 16) {
                    refused.add(request.body());
                    firstWave.countDown();
                    await(firstWave);
                    return Answer.retryAfter(429, "0");
                  }
                  return Answer.json(GOOD);
                });
        var model =
            OpenAiModel.open(
                Endpoint.of("openai", provider.address() + "/v1", "m"),
                Optional.empty(),
                OpenAiOptions.PLAIN,
                new RemoteOptions(
                    RetryRule.STANDARD,
                    wait -> assertThat(concurrency.limit()).isLessThan(17),
                    concurrency,
                    java.time.Duration.ofSeconds(30),
                    org.ethogram.models.budget.Budget.unlimited(),
                    Optional.empty()))) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < calls; i++) {
          var request =
              new CompletionRequest(
                  Prompt.of("call " + i), 1, Sampling.GREEDY, java.util.List.of(), new Seed(1));
          threads.execute(() -> model.complete(request));
        }
      }
      // One wave is refused, which halves 16 to 8; 400 successes then add one a round:
      // l(n)^2 grows by two each, so l is about the root of 64 + 800.
      assertThat(refused).hasSize(16);
      assertThat(concurrency.limit()).isBetween(28, 30);
      assertThat(provider.received()).hasSize(calls + 16);
      assertThat(provider.mostInFlight()).isLessThanOrEqualTo(30);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
