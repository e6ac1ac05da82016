package org.ethogram.serve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadPendingException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A connection that notices, while a request on it is answered, that the client has gone.
 *
 * <p>HTTP/1.1 is not read from while it answers. Here it is: an end is told, and what a client sent
 * ahead is kept for the next reading.
 */
final class WatchedEndPoint extends SocketChannelEndPoint {
  private static final int AHEAD = 4096;

  private final ReentrantLock lock = new ReentrantLock();
  private final ByteBuffer ahead = BufferUtil.allocate(AHEAD);
  private final Callback relay = Callback.from(this::onReadable, this::onFailed);
  private boolean registered;
  private @Nullable Callback reader;
  private @Nullable Runnable gone;

  WatchedEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
    super(channel, selector, key, scheduler);
  }

  /** Ends the watching; after it has been closed nothing is told any more. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Watches until the watch is closed. The request must have been read to its end.
   *
   * @param whenGone short; called at most once
   */
  Watch watch(Runnable whenGone) {
    lock.lock();
    try {
      gone = whenGone;
      register();
    } finally {
      lock.unlock();
    }
    return this::endWatch;
  }

  private void endWatch() {
    lock.lock();
    try {
      gone = null;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int fill(ByteBuffer buffer) throws IOException {
    lock.lock();
    try {
      if (ahead.hasRemaining()) {
        int position = BufferUtil.flipToFill(buffer);
        int moved = BufferUtil.put(ahead, buffer);
        BufferUtil.flipToFlush(buffer, position);
        return moved;
      }
      return super.fill(buffer);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void fillInterested(Callback callback) {
    if (!tryFillInterested(callback)) {
      throw new ReadPendingException();
    }
  }

  /** Reading goes on: what was read ahead is there at once. */
  @Override
  public boolean tryFillInterested(Callback callback) {
    lock.lock();
    try {
      if (!ahead.hasRemaining()) {
        if (!registered) {
          return super.tryFillInterested(callback);
        }
        boolean free = reader == null;
        reader = free ? callback : reader;
        return free;
      }
    } finally {
      lock.unlock();
    }
    callback.succeeded();
    return true;
  }

  /** Whether HTTP waits for something to read; the watch does not count. */
  @Override
  public boolean isFillInterested() {
    lock.lock();
    try {
      return registered ? reader != null : super.isFillInterested();
    } finally {
      lock.unlock();
    }
  }

  private void register() {
    if (!registered) {
      registered = super.tryFillInterested(relay);
    }
  }

  private void onReadable() {
    Callback waiting;
    lock.lock();
    try {
      registered = false;
      waiting = reader;
      reader = null;
      if (waiting == null && gone != null) {
        readAhead();
      }
    } finally {
      lock.unlock();
    }
    if (waiting != null) {
      waiting.succeeded();
    }
  }

  private void readAhead() {
    try {
      int filled = super.fill(ahead);
      if (filled < 0) {
        tellGone();
      } else if (filled == 0) {
        register();
      }
    } catch (IOException e) {
      tellGone();
    }
  }

  private void onFailed(Throwable failure) {
    Callback waiting;
    lock.lock();
    try {
      registered = false;
      waiting = reader;
      reader = null;
      tellGone();
    } finally {
      lock.unlock();
    }
    if (waiting != null) {
      waiting.failed(failure);
    }
  }

  private void tellGone() {
    if (gone != null) {
      gone.run();
      gone = null;
    }
  }
}
