package org.ethogram.torch.runtime;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * A stretch of native computation that the process's exit waits for, such as one training step.
 *
 * <p>A JVM that ends in the middle of a native computation can crash. So exit waits for the
 * stretches in flight, and a stretch that would begin after that is refused.
 *
 * <pre>{@code
 * try (var _ = NativeWork.begin()) {
 *   step();
 * }
 * }</pre>
 */
public final class NativeWork implements AutoCloseable {
  private static final int MANY = 1 << 20;
  private static final long PATIENCE_SECONDS = 60;
  private static final Semaphore STRETCHES = new Semaphore(MANY);

  private static volatile boolean exiting;

  private NativeWork() {}

  /**
   * @throws EthogramException {@code INTERRUPTED} when the process is ending
   */
  public static NativeWork begin() {
    if (exiting || !STRETCHES.tryAcquire()) {
      throw new EthogramException(
          ErrorCode.INTERRUPTED, "libtorch", "the process is ending", "Run the command again");
    }
    return new NativeWork();
  }

  @Override
  public void close() {
    STRETCHES.release();
  }

  static void finishBeforeExit() {
    Runtime.getRuntime().addShutdownHook(new Thread(NativeWork::finish, "native-work-finish"));
  }

  private static void finish() {
    exiting = true;
    try {
      STRETCHES.tryAcquire(MANY, PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
