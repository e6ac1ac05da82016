package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.runtime.NativeWork;
import org.ethogram.torch.runtime.Natives;

/**
 * The thread that runs a network for all callers.
 *
 * <p>It gathers the calls that arrive at about the same time into one round, lets each ask what it
 * needs, and starts the next round with whatever has arrived meanwhile.
 */
final class Engine implements AutoCloseable {
  private static final long PATIENCE_NANOS = 30_000;

  private final RoundRunner runner;
  private final int roundTokens;
  private final LinkedBlockingQueue<Work<?>> arrivals = new LinkedBlockingQueue<>();
  private final AtomicInteger approaching = new AtomicInteger();
  private final Thread thread;
  private volatile boolean closing;

  Engine(String name, CausalNetwork network, LocalModelOptions options) {
    runner = new RoundRunner(network, options);
    roundTokens = 8 * options.batchTokens();
    thread = Thread.ofPlatform().daemon().name("model " + name).unstarted(this::serve);
    thread.start();
  }

  /** Tells that a call is being prepared, so that a round may wait for it a moment. */
  void announce() {
    approaching.incrementAndGet();
  }

  /** Takes back {@link #announce}, with or without having submitted. */
  void arrive() {
    approaching.decrementAndGet();
  }

  <T> void submit(Work<T> work) {
    if (closing) {
      throw closed();
    }
    arrivals.add(work);
    if (closing) {
      failArrivals();
    }
  }

  /** Tokens whose keys and values are kept. */
  int cachedTokens() {
    return runner.cachedTokens();
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    runner.close();
  }

  private void serve() {
    List<Work<?>> working = new ArrayList<>();
    try (var _ = new InferenceMode(true)) {
      torch.set_num_threads(Natives.start().threads());
      while (!closing) {
        gather(working);
        advance(working);
        working.removeIf(Work::isFinished);
      }
    } finally {
      closing = true;
      working.forEach(work -> end(work, closed()));
      failArrivals();
    }
  }

  /** Waits for a first call where there is none, then a moment for its companions. */
  private void gather(List<Work<?>> working) {
    try {
      if (working.isEmpty()) {
        working.add(arrivals.take());
        awaitCompanions();
      }
    } catch (InterruptedException e) {
      return; // Only close() interrupts, and the loop asks whether it did.
    }
    arrivals.drainTo(working);
  }

  private void awaitCompanions() {
    int arrived = arrivals.size();
    long quietSince = System.nanoTime();
    long deadline = quietSince + 50 * PATIENCE_NANOS;
    while (true) {
      LockSupport.parkNanos(PATIENCE_NANOS);
      long now = System.nanoTime();
      if (arrivals.size() != arrived) {
        arrived = arrivals.size();
        quietSince = now;
      }
      boolean quiet = now - quietSince > PATIENCE_NANOS && approaching.get() == 0;
      if (quiet || now > deadline) {
        return;
      }
    }
  }

  private void advance(List<Work<?>> working) {
    try (var _ = NativeWork.begin()) {
      int from = 0;
      while (from < working.size() && !closing) {
        from = advanceSome(working, from);
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      runner.forget();
      working.forEach(work -> end(work, e));
    }
  }

  /** Advances as many calls as fit in one round, and returns the first that did not. */
  private int advanceSome(List<Work<?>> working, int from) {
    int until = from;
    int tokens = 0;
    List<Query> queries = new ArrayList<>();
    while (until < working.size() && (until == from || tokens < roundTokens)) {
      for (Query query : queries(working.get(until++))) {
        tokens += query.tokens().length - query.tree().computed(query.tokens());
        queries.add(query);
      }
    }
    runner.run(queries);
    for (Work<?> work : working.subList(from, until)) {
      advance(work);
    }
    return until;
  }

  private List<Query> queries(Work<?> work) {
    PrefixTree tree = work.tree();
    if (tree == null) {
      tree = runner.tree(work.adapter());
      work.keepIn(tree);
    }
    return work.queries(tree);
  }

  private void advance(Work<?> work) {
    try {
      work.advance();
    } catch (EthogramException e) {
      work.fail(e);
    }
    PrefixTree tree = work.tree();
    if (work.isFinished() && tree != null) {
      runner.release(tree);
    }
    work.deliver();
  }

  private static void end(Work<?> work, Throwable failure) {
    work.fail(failure);
    work.deliver();
  }

  private void failArrivals() {
    List<Work<?>> left = new ArrayList<>();
    arrivals.drainTo(left);
    left.forEach(work -> end(work, closed()));
  }

  private static EthogramException closed() {
    return new EthogramException(
        ErrorCode.INTERRUPTED, "model", "it was closed", "Ask before closing it");
  }
}
