package org.ethogram.models.remote;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;

/** Equal calls that are in flight at once are made once. */
final class Flights {
  private final ConcurrentMap<String, CompletableFuture<byte[]>> open = new ConcurrentHashMap<>();

  /** A call that blocks. */
  @FunctionalInterface
  interface Call {
    byte[] make() throws InterruptedException;
  }

  /** The result of the call, or of the equal one that is in flight already. */
  byte[] once(String key, Call call) throws InterruptedException {
    while (true) {
      var mine = new CompletableFuture<byte[]>();
      CompletableFuture<byte[]> other = open.putIfAbsent(key, mine);
      if (other == null) {
        return fly(key, mine, call);
      }
      try {
        return other.get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof InterruptedException)) {
          throw e.getCause() instanceof RuntimeException failure
              ? failure
              : new IllegalStateException(e.getCause());
        }
        // The other was cancelled, this one was not: it is made again.
      }
    }
  }

  private byte[] fly(String key, CompletableFuture<byte[]> mine, Call call)
      throws InterruptedException {
    try {
      byte[] result = call.make();
      open.remove(key);
      mine.complete(result);
      return result;
    } catch (InterruptedException | RuntimeException | Error e) {
      open.remove(key);
      mine.completeExceptionally(e);
      throw e;
    }
  }
}
