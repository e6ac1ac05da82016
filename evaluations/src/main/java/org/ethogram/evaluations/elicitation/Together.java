package org.ethogram.evaluations.elicitation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** Calls that are made at the same time, so that a model can batch them. */
public final class Together {
  private Together() {}

  /**
   * The results in the order of the calls, whatever order they end in.
   *
   * @throws EthogramException the first failure in the order of the calls
   */
  public static <T> List<T> call(List<? extends Callable<T>> calls) {
    List<Future<T>> pending = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      calls.forEach(call -> pending.add(threads.submit(call)));
    }
    return pending.stream().map(Together::result).toList();
  }

  private static <T> T result(Future<T> call) {
    try {
      return call.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EthogramException(
          ErrorCode.INTERRUPTED, "model", "interrupted while it was asked", "Run again", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof EthogramException failure) {
        throw failure;
      }
      throw new IllegalStateException("a model failed in a way that it should not", e.getCause());
    }
  }
}
