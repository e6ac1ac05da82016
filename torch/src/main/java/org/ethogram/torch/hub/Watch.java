package org.ethogram.torch.hub;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.ethogram.core.StopSignal;

/** Closes a stream that says nothing any more, or that is wanted no longer. */
final class Watch implements AutoCloseable {
  private static final Duration SLICE = Duration.ofMillis(100);

  private final InputStream stream;
  private final Duration stall;
  private final StopSignal stop;
  private final AtomicLong lastHeard = new AtomicLong(System.nanoTime());
  private final Thread thread;

  Watch(InputStream stream, Duration stall, StopSignal stop) {
    this.stream = stream;
    this.stall = stall;
    this.stop = stop;
    this.thread = Thread.ofVirtual().start(this::run);
  }

  /** Bytes came. */
  void heard() {
    lastHeard.set(System.nanoTime());
  }

  private void run() {
    Duration slice = stall.compareTo(SLICE) < 0 ? stall : SLICE;
    try {
      while (System.nanoTime() - lastHeard.get() < stall.toNanos() && !stop.stopRequested()) {
        Thread.sleep(slice);
      }
      stream.close();
    } catch (InterruptedException | IOException e) {
      // The stream has ended by itself.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
