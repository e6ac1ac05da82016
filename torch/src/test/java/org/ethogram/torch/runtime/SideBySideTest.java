package org.ethogram.torch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  private static List<Integer> squares(int count) {
    return SideBySide.run(
        IntStream.range(0, count)
            .mapToObj(number -> (Supplier<Integer>) () -> square(number))
            .toList());
  }

  private static int square(int number) {
    return number * number;
  }

  @Test
  void resultsComeInTheOrderOfTheParts() {
    assertThat(squares(100)).isEqualTo(IntStream.range(0, 100).map(n -> n * n).boxed().toList());
    assertThat(squares(1)).containsExactly(0);
    assertThat(squares(0)).isEmpty();
  }

  @Test
  void operationsOfAPartUseOneThread() {
    List<Integer> threads = SideBySide.run(List.of(torch::get_num_threads, torch::get_num_threads));
    assertThat(threads).containsExactly(1, 1);
  }

  /** Each of two parts ends only once the other has begun. */
  @Test
  void partsRunAtTheSameTimeWhereThereAreProcessors() {
    if (Natives.start().threads() < 2) {
      return;
    }
    CountDownLatch begun = new CountDownLatch(2);
    Supplier<Thread> part =
        () -> {
          begun.countDown();
          awaitAMinuteAtMost(begun);
          return Thread.currentThread();
        };
    assertThat(SideBySide.run(List.of(part, part))).doesNotHaveDuplicates();
  }

  @Test
  void aPartMayItselfBeDivided() {
    Supplier<List<Integer>> divided = () -> squares(10);
    assertThat(SideBySide.run(List.of(divided, divided, divided)))
        .containsOnly(List.of(0, 1, 4, 9, 16, 25, 36, 49, 64, 81));
  }

  /** What runs when the failure happens is waited for; what has not begun never begins. */
  @Test
  void aFailureIsThrownOnceNothingRunsAnyMore() {
    IllegalStateException failure = new IllegalStateException("part 2");
    AtomicInteger running = new AtomicInteger();
    Set<Integer> ran = ConcurrentHashMap.newKeySet();
    List<Supplier<Integer>> parts = new ArrayList<>();
    for (int number = 0; number < 200; number++) {
      int part = number;
      parts.add(
          () -> {
            running.incrementAndGet();
            try {
              ran.add(part);
              if (part == 2) {
                throw failure;
              }
              return square(part);
            } finally {
              running.decrementAndGet();
            }
          });
    }
    assertThatThrownBy(() -> SideBySide.run(parts)).isSameAs(failure);
    assertThat(running).hasValue(0);
    assertThat(ran).contains(0, 2);
    assertThat(squares(3)).containsExactly(0, 1, 4);
  }

  @Test
  void anErrorIsThrownAsItIs() {
    OutOfMemoryError error = new OutOfMemoryError("too large");
    Supplier<Integer> failing =
        () -> {
          throw error;
        };
    assertThatThrownBy(() -> SideBySide.run(List.of(() -> 1, failing, () -> 3))).isSameAs(error);
  }

  @Test
  void anInterruptedThreadStillGetsItsResults() {
    Thread.currentThread().interrupt();
    try {
      assertThat(squares(4)).containsExactly(0, 1, 4, 9);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private static void awaitAMinuteAtMost(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
