package org.ethogram.models.remote;

import java.time.Duration;
import java.util.Optional;
import org.ethogram.models.budget.Budget;
import org.ethogram.models.cache.ResponseCache;

/**
 * How calls are made.
 *
 * @param timeout of one attempt, from the request to the last byte of the reply
 * @param budget shared by all models that it is given to
 * @param cache not closed by the models that use it
 */
public record RemoteOptions(
    RetryRule retry,
    RetryRule.Pause pause,
    AdaptiveConcurrency concurrency,
    Duration timeout,
    Budget budget,
    Optional<ResponseCache> cache) {
  private static final int CALLS_AT_FIRST = 8;
  private static final int CALLS_AT_MOST = 256;

  /** Eight attempts, five minutes each, no limit, no cache. */
  public static RemoteOptions standard() {
    return new RemoteOptions(
        RetryRule.STANDARD,
        Thread::sleep,
        new AdaptiveConcurrency(CALLS_AT_FIRST, CALLS_AT_MOST),
        Duration.ofMinutes(5),
        Budget.unlimited(),
        Optional.empty());
  }

  public RemoteOptions withRetry(RetryRule rule, RetryRule.Pause waiting) {
    return new RemoteOptions(rule, waiting, concurrency, timeout, budget, cache);
  }

  public RemoteOptions withTimeout(Duration longest) {
    return new RemoteOptions(retry, pause, concurrency, longest, budget, cache);
  }

  public RemoteOptions withBudget(Budget limits) {
    return new RemoteOptions(retry, pause, concurrency, timeout, limits, cache);
  }

  public RemoteOptions withCache(ResponseCache kept) {
    return new RemoteOptions(retry, pause, concurrency, timeout, budget, Optional.of(kept));
  }
}
