package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.runtime.NativeWork;

/**
 * The thread that runs a network for all callers.
 *
 * <p>It gathers the calls that arrive at about the same time into one round, lets each ask what it
 * needs, and starts the next round with whatever has arrived meanwhile and without those that
 * nobody waits for any more.
 */
final class Engine implements AutoCloseable {
  private static final int ROUND_PIECES = 8;

  private final String name;
  private final RoundRunner runner;
  private final int pieceTokens;
  private final Arrivals arrivals = new Arrivals();
  private final Thread thread;
  private volatile boolean closing;

  /**
   * @param name of the model, for messages
   */
  Engine(String name, CausalNetwork network, LocalModelOptions options) {
    this.name = name;
    runner = new RoundRunner(network, options);
    pieceTokens = options.batchTokens();
    thread = Thread.ofPlatform().daemon().name("model " + name).unstarted(this::serve);
    thread.start();
  }

  /** Tells that a call is being prepared, so that a round may wait for it a moment. */
  Arrivals.Approach approach() {
    return arrivals.approach();
  }

  void submit(Work<?> work) {
    if (closing) {
      throw closed();
    }
    arrivals.add(work);
    if (closing) {
      failArrivals();
    }
  }

  /**
   * Waits for a call's answer; a thread that is interrupted takes its call back.
   *
   * @throws EthogramException what the call failed with, or {@code INTERRUPTED}
   */
  <T> T await(Work<T> work) {
    try {
      return work.await();
    } catch (InterruptedException e) {
      throw interrupted(work, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof EthogramException failure) {
        throw new EthogramException(
            failure.code(), name, failure.problem(), failure.remedy(), failure);
      }
      throw new EthogramException(
          ErrorCode.WORK_FAILED,
          name,
          "the computation failed (" + e.getCause() + ")",
          "Check the free memory, and report this if it stays",
          e.getCause());
    }
  }

  /** Takes back the call of a thread that was interrupted, and says so. */
  EthogramException interrupted(Work<?> work, InterruptedException interruption) {
    work.cancel();
    Thread.currentThread().interrupt();
    return new EthogramException(
        ErrorCode.INTERRUPTED, name, "interrupted while it was asked", "Run again", interruption);
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
      torch.set_num_threads(1);
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

  private void gather(List<Work<?>> working) {
    try {
      if (working.isEmpty()) {
        runner.rest();
      }
      working.addAll(working.isEmpty() ? arrivals.await() : arrivals.take());
    } catch (InterruptedException e) {
      return; // Only close() interrupts, and the loop asks whether it did.
    }
    working.removeIf(this::isLeft);
  }

  /** Drops a call that nobody waits for. */
  private boolean isLeft(Work<?> work) {
    if (work.isCancelled()) {
      runner.release(work);
      end(work, closed());
      return true;
    }
    return false;
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

  /**
   * Advances as many calls as fit in one round, and returns the first that did not. Of a prompt
   * longer than a batch only a piece is computed, so that other calls go on before the next.
   */
  private int advanceSome(List<Work<?>> working, int from) {
    int until = from;
    int tokens = 0;
    List<Query> queries = new ArrayList<>();
    List<Work<?>> answered = new ArrayList<>();
    while (until < working.size() && (until == from || tokens < ROUND_PIECES * pieceTokens)) {
      Work<?> work = working.get(until++);
      List<Query> asked = queries(work);
      Optional<Query> tooLong =
          asked.stream().filter(query -> query.missing() > pieceTokens).findFirst();
      if (tooLong.isPresent()) {
        queries.add(tooLong.get().nextTokens(pieceTokens));
        tokens += pieceTokens;
      } else {
        queries.addAll(asked);
        tokens += asked.stream().mapToInt(Query::missing).sum();
        answered.add(work);
      }
    }
    runner.run(queries, working);
    answered.forEach(this::advance);
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
    if (work.isFinished()) {
      runner.release(work);
    }
    work.deliver();
  }

  private static void end(Work<?> work, Throwable failure) {
    work.fail(failure);
    work.deliver();
  }

  private void failArrivals() {
    arrivals.take().forEach(work -> end(work, closed()));
  }

  private static EthogramException closed() {
    return new EthogramException(
        ErrorCode.INTERRUPTED, "model", "it was closed", "Ask before closing it");
  }
}
