package org.ethogram.torch.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.StopSignal;

/**
 * How often what may pass is tried again, and after how long.
 *
 * @param attempts one after the other without any progress, at least 1
 * @param first wait, doubled each time
 * @param longest wait; a hub that asks for more ends the work
 * @param stall how long a connection may say nothing
 */
record Retries(int attempts, Duration first, Duration longest, Duration stall, Pause pause) {
  static final Retries STANDARD =
      new Retries(
          6, Duration.ofMillis(500), Duration.ofMinutes(5), Duration.ofSeconds(60), Retries::sleep);

  private static final Duration SLICE = Duration.ofMillis(100);

  /** Waiting, where a test need not. */
  @FunctionalInterface
  interface Pause {
    void await(Duration wait, StopSignal stop) throws InterruptedException;
  }

  /** What may succeed another time. */
  @FunctionalInterface
  interface Attempt<T> {
    T make() throws IOException, InterruptedException;
  }

  /** A failure that may pass, with the wait that the hub asks for. */
  static final class Passing extends IOException {
    private static final long serialVersionUID = 1;
    private final transient Optional<Duration> asked;

    Passing(String message, Optional<Duration> asked) {
      super(message);
      this.asked = asked;
    }
  }

  <T> T call(String place, StopSignal stop, Attempt<T> attempt) {
    for (int number = 1; ; number++) {
      requireGoing(place, stop);
      try {
        return attempt.make();
      } catch (IOException e) {
        again(place, number, e, stop);
      } catch (InterruptedException e) {
        throw interrupted(place, e);
      }
    }
  }

  /**
   * Waits before another attempt.
   *
   * @param failures one after the other, from 1
   * @throws EthogramException when there have been too many, or the wait is too long
   */
  void again(String place, int failures, IOException failure, StopSignal stop) {
    if (failures >= attempts) {
      throw new EthogramException(
          ErrorCode.WORK_FAILED,
          place,
          "given up after " + failures + " attempts: " + said(failure),
          "Check the network and run the same command again: what was fetched is kept",
          failure);
    }
    Optional<Duration> asked =
        failure instanceof Passing passing ? passing.asked : Optional.empty();
    Duration own = first.multipliedBy(1L << Math.min(failures - 1, 20));
    Duration wait = asked.orElse(own.compareTo(longest) < 0 ? own : longest);
    if (wait.compareTo(longest) > 0) {
      throw new EthogramException(
          ErrorCode.LIMIT_REACHED,
          place,
          "the hub asks to wait " + wait.toSeconds() + " seconds",
          "Run the same command again then; with a token (HF_TOKEN) more is allowed");
    }
    await(place, wait, stop);
  }

  void await(String place, Duration wait, StopSignal stop) {
    try {
      pause.await(wait, stop);
    } catch (InterruptedException e) {
      throw interrupted(place, e);
    }
  }

  static void requireGoing(String place, StopSignal stop) {
    if (stop.stopRequested()) {
      throw new EthogramException(
          ErrorCode.INTERRUPTED,
          place,
          "stopped; what was fetched is kept",
          "The same command goes on from there");
    }
  }

  private static EthogramException interrupted(String place, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new EthogramException(
        ErrorCode.INTERRUPTED,
        place,
        "stopped; what was fetched is kept",
        "The same command goes on from there",
        cause);
  }

  private static String said(IOException failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private static void sleep(Duration wait, StopSignal stop) throws InterruptedException {
    for (Duration left = wait;
        left.isPositive() && !stop.stopRequested();
        left = left.minus(SLICE)) {
      Thread.sleep(left.compareTo(SLICE) < 0 ? left : SLICE);
    }
  }
}
