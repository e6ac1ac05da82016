package org.ethogram.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CancellationTest {
  private static final LocalModelOptions UNCACHED =
      LocalModelOptions.DEFAULT.withPrefixCache(false);

  @TempDir Path folder;

  /** Without the prefix cache a token is kept only while a call works on it. */
  @Test
  void interruptedCallsLeaveTheEngineAndTheOthersAreUnaffected() throws Exception {
    SmallModel.SEQUENTIAL_NEOX.save(folder);
    try (LocalModel model = LocalModel.open(folder, UNCACHED)) {
      List<Completion> alone = new ArrayList<>();
      for (int call = 0; call < 8; call++) {
        alone.add(model.complete(request(call, 60)));
      }
      List<Interrupted> interrupted = new ArrayList<>();
      for (int call = 0; call < 8; call++) {
        interrupted.add(new Interrupted(model, call));
      }
      List<Future<Completion>> kept = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int call = 0; call < 8; call++) {
          CompletionRequest request = request(call, 60);
          kept.add(threads.submit(() -> model.complete(request)));
        }
        for (Interrupted one : interrupted) {
          one.endAfterFirstPiece();
        }
      }
      for (int call = 0; call < 8; call++) {
        assertThat(kept.get(call).get().text()).isEqualTo(alone.get(call).text());
      }
      model.complete(request(0, 1));
      assertThat(model.cachedTokens()).isZero();
    }
  }

  /** A round computes a token of each call, so tokens tell how long the engine went on. */
  @Test
  void anInterruptedCallIsNotComputedToItsEnd() throws Exception {
    SmallModel.SEQUENTIAL_NEOX.save(folder);
    try (LocalModel model = LocalModel.open(folder)) {
      int before = model.cachedTokens();
      Interrupted call = new Interrupted(model, 1);
      call.endAfterFirstPiece();
      model.complete(request(2, 1));
      // Its 230 tokens would all be kept. It was interrupted at the first that made a character.
      assertThat(model.cachedTokens() - before).isLessThan(200);
    }
  }

  @Test
  void aThreadThatIsInterruptedAlreadyIsNotAnswered() {
    SmallModel.SEQUENTIAL_NEOX.save(folder);
    try (LocalModel model = LocalModel.open(folder)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> model.complete(request(1, 200)))
          .isInstanceOfSatisfying(
              EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERRUPTED));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(model.complete(request(1, 3)).usage().completionTokens()).isEqualTo(3);
    }
  }

  private static CompletionRequest request(int call, int tokens) {
    return new CompletionRequest(
        Prompt.of("Kim" + call), tokens, Sampling.atTemperature(1), List.of(), new Seed(call));
  }

  /** A long call on a thread of its own, which waits in its listener to be interrupted. */
  private static final class Interrupted {
    private final CountDownLatch heard = new CountDownLatch(1);
    private final AtomicReference<Throwable> outcome = new AtomicReference<>();
    private final Thread thread;

    Interrupted(LocalModel model, int call) {
      thread =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      model.complete(request(call, 230), (_, _) -> heard.countDown());
                    } catch (EthogramException e) {
                      outcome.set(e);
                    }
                  });
    }

    void endAfterFirstPiece() throws InterruptedException {
      heard.await();
      thread.interrupt();
      thread.join();
      assertThat(outcome.get())
          .isInstanceOfSatisfying(
              EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERRUPTED));
    }
  }
}
