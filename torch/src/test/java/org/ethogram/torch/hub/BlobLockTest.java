package org.ethogram.torch.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.ethogram.core.EthogramException;
import org.ethogram.core.StopSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BlobLockTest {
  @TempDir Path home;

  @Test
  void aLockIsHeldByOneAndPassesOn() {
    Path file = home.resolve("locks/blob.lock");
    var waited = new AtomicInteger();
    BlobLock first = acquire(file, waited, StopSignal.NEVER);
    BlobLock second =
        BlobLock.acquire(
            file,
            "blob",
            retries(
                (wait, stop) -> {
                  waited.incrementAndGet();
                  first.close();
                }),
            StopSignal.NEVER);
    assertThat(waited).hasValue(1);
    second.close();
  }

  @Test
  void waitingForALockCanBeStopped() {
    Path file = home.resolve("blob.lock");
    var waited = new AtomicInteger();
    try (var _ = acquire(file, waited, StopSignal.NEVER)) {
      assertThatThrownBy(() -> acquire(file, waited, () -> waited.get() > 2))
          .isInstanceOf(EthogramException.class)
          .hasMessageContaining("stopped");
    }
  }

  /** Python's filelock takes the lock of flock(2), as the command of that name does. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void anotherProcessSeesTheLock() throws IOException, InterruptedException {
    assumeThat(Path.of("/usr/bin/flock")).isExecutable();
    Path file = home.resolve("blob.lock");
    try (var _ = acquire(file, new AtomicInteger(), StopSignal.NEVER)) {
      assertThat(taken(file)).isEqualTo(1);
    }
    assertThat(taken(file)).isZero();
  }

  /** What {@code flock --nonblock} ends with: 1 where the lock is held. */
  private static int taken(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("/usr/bin/flock", "--nonblock", file.toString(), "true").start();
    return process.waitFor();
  }

  private static BlobLock acquire(Path file, AtomicInteger waited, StopSignal stop) {
    return BlobLock.acquire(
        file, "blob", retries((wait, signal) -> waited.incrementAndGet()), stop);
  }

  private static Retries retries(Retries.Pause pause) {
    return new Retries(1, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(1), pause);
  }
}
