package org.ethogram.torch.runtime;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bytedeco.pytorch.global.torch;

/**
 * Native computations that run side by side, each operation on one thread.
 *
 * <p>Whoever asks computes too. Helpers of the process join in only while fewer than {@link
 * Natives#threads()} threads compute here, so that models and trainings that are busy at once share
 * the processors without more threads than there are. No part waits for a helper: with none free,
 * the asking thread computes them all. Which thread computes a part must not matter to it; what is
 * bound to threads, such as scopes of pointers, inference mode or an adaptation, a part binds
 * itself.
 */
public final class SideBySide {
  private static final int THREADS = Natives.start().threads();
  private static final Semaphore PROCESSORS = new Semaphore(THREADS);
  private static final ExecutorService HELPERS =
      Executors.newFixedThreadPool(
          Math.max(1, THREADS - 1),
          Thread.ofPlatform().daemon().name("native-helper-", 1).factory());

  private SideBySide() {}

  /**
   * Computes all parts and returns what they gave, in their order, once none is computed any more.
   *
   * <p>After a part has failed none is begun, and its failure, or that of the first where several
   * failed, is thrown as it is. An interrupt does not end the waiting.
   */
  public static <T> List<T> run(List<? extends Supplier<? extends T>> parts) {
    if (parts.size() == 1) {
      return Collections.singletonList(counted(parts.getFirst()));
    }
    Work<T> work = new Work<>(parts);
    for (int helper = 1; helper < Math.min(THREADS, parts.size()); helper++) {
      HELPERS.execute(work::help);
    }
    counted(
        () -> {
          work.compute();
          return true;
        });
    return work.results();
  }

  /** On the asking thread, which computes whether or not a processor is free. */
  private static <T> T counted(Supplier<? extends T> computation) {
    boolean counted = PROCESSORS.tryAcquire();
    try {
      return computation.get();
    } finally {
      if (counted) {
        PROCESSORS.release();
      }
    }
  }

  private static final class Work<T> {
    private final List<? extends Part<T>> parts;
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean failed;

    Work(List<? extends Supplier<? extends T>> suppliers) {
      parts =
          suppliers.stream()
              .map(supplier -> new Part<T>(supplier, new CompletableFuture<>()))
              .toList();
    }

    void help() {
      if (next.get() < parts.size() && PROCESSORS.tryAcquire()) {
        try {
          torch.set_num_threads(1); // holds for this thread alone
          compute();
        } finally {
          PROCESSORS.release();
        }
      }
    }

    void compute() {
      int index;
      while ((index = next.getAndIncrement()) < parts.size()) {
        Part<T> part = parts.get(index);
        if (failed) {
          part.outcome().cancel(false);
        } else if (!part.compute()) {
          failed = true;
        }
      }
    }

    List<T> results() {
      awaitAll();
      parts.stream()
          .filter(part -> part.outcome().state() == Future.State.FAILED)
          .findFirst()
          .ifPresent(part -> rethrow(part.outcome().exceptionNow()));
      return parts.stream().map(part -> part.outcome().resultNow()).toList();
    }

    private void awaitAll() {
      for (Part<T> part : parts) {
        var _ = part.outcome().handle((_, _) -> true).join();
      }
    }

    private static void rethrow(Throwable failure) {
      switch (failure) {
        case RuntimeException exception -> throw exception;
        case Error error -> throw error;
        default -> throw new IllegalStateException(failure);
      }
    }
  }

  private record Part<T>(Supplier<? extends T> supplier, CompletableFuture<T> outcome) {
    /** Whether it went well. */
    boolean compute() {
      try {
        return outcome.complete(supplier.get());
      } catch (RuntimeException | Error e) {
        outcome.completeExceptionally(e);
        return false;
      }
    }
  }
}
