package org.ethogram.torch.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.ethogram.core.StopSignal;

/**
 * The right to fetch one blob, held by one process at a time: the Python client's own lock where
 * the system has it.
 */
final class BlobLock implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofMillis(100);

  private final AutoCloseable held;

  private BlobLock(AutoCloseable held) {
    this.held = held;
  }

  /** Waits until nobody else holds the lock. */
  static BlobLock acquire(Path file, String place, Retries retries, StopSignal stop) {
    try {
      Files.createDirectories(file.getParent());
      while (true) {
        Retries.requireGoing(place, stop);
        Optional<? extends AutoCloseable> held =
            Flock.isSupported() ? Flock.tryLock(file) : tryChannel(file);
        if (held.isPresent()) {
          return new BlobLock(held.get());
        }
        retries.await(place, BETWEEN, stop);
      }
    } catch (IOException e) {
      throw HubCache.unwritable(file, e);
    }
  }

  private static Optional<FileChannel> tryChannel(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(channel);
      }
    } catch (OverlappingFileLockException e) {
      // Another thread of this process holds it.
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() {
    try {
      held.close();
    } catch (Exception e) {
      throw new IllegalStateException("a lock that is held can be let go", e);
    }
  }
}
