package org.ethogram.models.remote;

import java.time.Duration;
import java.util.Optional;
import org.ethogram.core.Seed;

/**
 * When a call is made again, and after how long.
 *
 * @param attempts in all, at least 1
 * @param first wait, doubled each time
 * @param longest wait; a provider that asks for more ends the call
 * @param seed of the jitter
 */
public record RetryRule(int attempts, Duration first, Duration longest, Seed seed) {
  public static final RetryRule STANDARD =
      new RetryRule(8, Duration.ofMillis(500), Duration.ofSeconds(60), new Seed(1));

  private static final int REQUEST_TIMEOUT = 408;
  private static final int CONFLICT = 409;
  private static final int TOO_EARLY = 425;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;
  private static final int NOT_IMPLEMENTED = 501;
  private static final int UNAVAILABLE = 503;
  private static final int OVERLOADED = 529;

  /** Waiting, where a test need not. */
  @FunctionalInterface
  public interface Pause {
    void await(Duration wait) throws InterruptedException;
  }

  public RetryRule {
    if (attempts < 1) {
      throw new IllegalArgumentException("a call is made at least once: " + attempts);
    }
  }

  boolean retries(int status) {
    return status == REQUEST_TIMEOUT
        || status == CONFLICT
        || status == TOO_EARLY
        || status == TOO_MANY_REQUESTS
        || (status >= SERVER_ERROR && status != NOT_IMPLEMENTED);
  }

  /** Whether a status says that there are too many calls at once. */
  static boolean overrun(int status) {
    return status == TOO_MANY_REQUESTS || status == UNAVAILABLE || status == OVERLOADED;
  }

  /**
   * What the provider asks for, or else between half of and the whole doubled wait.
   *
   * @param attempt that failed, from 1
   */
  Duration delay(RemoteCall call, int attempt, Optional<Duration> asked) {
    double doubled = first.toMillis() * Math.scalb(1.0, Math.min(attempt - 1, 30));
    double most = Math.min(doubled, (double) longest.toMillis());
    double share =
        seed.derive(call.url() + call.body(), call.repeat())
            .derive("attempt", attempt)
            .generator()
            .nextDouble();
    Duration own = Duration.ofMillis((long) (most / 2 + share * most / 2));
    return asked.filter(wait -> wait.compareTo(own) > 0).orElse(own);
  }
}
