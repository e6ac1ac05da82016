package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The calls that wait for their first round. */
final class Arrivals {
  private static final long PATIENCE_NANOS = 30_000;

  private final LinkedBlockingQueue<Work<?>> waiting = new LinkedBlockingQueue<>();
  private final AtomicInteger approaching = new AtomicInteger();

  /** A call that is being prepared, until it is closed, with or without having been added. */
  interface Approach extends AutoCloseable {
    @Override
    void close();
  }

  /** Tells that a call is being prepared, so that a round may wait for it a moment. */
  Approach approach() {
    approaching.incrementAndGet();
    return approaching::decrementAndGet;
  }

  void add(Work<?> work) {
    waiting.add(work);
  }

  /** All that wait now. */
  List<Work<?>> take() {
    List<Work<?>> taken = new ArrayList<>();
    waiting.drainTo(taken);
    return taken;
  }

  /** Waits for a first call, then a moment for its companions. */
  List<Work<?>> await() throws InterruptedException {
    List<Work<?>> arrived = new ArrayList<>();
    arrived.add(waiting.take());
    awaitCompanions();
    waiting.drainTo(arrived);
    return arrived;
  }

  private void awaitCompanions() {
    int arrived = waiting.size();
    long quietSince = System.nanoTime();
    long deadline = quietSince + 50 * PATIENCE_NANOS;
    while (true) {
      LockSupport.parkNanos(PATIENCE_NANOS);
      long now = System.nanoTime();
      if (waiting.size() != arrived) {
        arrived = waiting.size();
        quietSince = now;
      }
      boolean quiet = now - quietSince > PATIENCE_NANOS && approaching.get() == 0;
      if (quiet || now > deadline) {
        return;
      }
    }
  }
}
