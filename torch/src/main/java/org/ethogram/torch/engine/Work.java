package org.ethogram.torch.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.ethogram.torch.adapters.Adapter;
import org.jspecify.annotations.Nullable;

/**
 * One call in progress: what it must ask of the network next, until it has its answer.
 *
 * @param <T> the answer
 */
abstract class Work<T> {
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private final Optional<Adapter> adapter;
  private @Nullable PrefixTree tree;
  private @Nullable Runnable delivery;
  private volatile boolean cancelled;

  Work(Optional<Adapter> adapter) {
    this.adapter = adapter;
  }

  /** Which answers; empty for the base. */
  final Optional<Adapter> adapter() {
    return adapter;
  }

  /** Where the call keeps its sequences; empty before its first round. */
  final @Nullable PrefixTree tree() {
    return tree;
  }

  final void keepIn(PrefixTree chosen) {
    tree = chosen;
  }

  /** The tokens that the call has so far, whose keys and values it will need again. */
  abstract TokenSequence sequence();

  /** What to ask in the next round; may be asked again where a round could not answer it. */
  abstract List<Query> queries(PrefixTree tree);

  /** Takes in the answers to the queries, and {@link #finish}es if nothing is left to ask. */
  abstract void advance();

  final void finish(T result) {
    delivery = () -> answer.complete(result);
  }

  final void fail(Throwable failure) {
    delivery = () -> answer.completeExceptionally(failure);
  }

  final boolean isFinished() {
    return delivery != null;
  }

  /** Hands the answer or the failure to the caller who waits. */
  final void deliver() {
    if (delivery != null) {
      delivery.run();
    }
  }

  /** Says that nobody waits any more; the engine drops the call before its next round. */
  final void cancel() {
    cancelled = true;
  }

  final boolean isCancelled() {
    return cancelled;
  }

  /** Runs on the engine's thread once there is an answer or a failure. */
  final void whenDelivered(Runnable action) {
    CompletableFuture<T> _ = answer.whenComplete((_, _) -> action.run());
  }

  /** Waits for the answer. */
  final T await() throws InterruptedException, ExecutionException {
    return answer.get();
  }
}
