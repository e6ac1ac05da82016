package org.ethogram.serve;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.ethogram.serve.protocol.ApiError;

/** Counts the requests in flight: more than a number wait outside, and at the end none comes in. */
final class Admission {
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private int inside;
  private boolean closed;

  Admission(int most) {
    this.most = most;
  }

  /** A request in flight, until it is closed. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  Place enter() {
    lock.lock();
    try {
      if (closed) {
        throw ApiError.stopping();
      }
      if (inside >= most) {
        throw ApiError.tooMany(most);
      }
      inside++;
      return this::leave;
    } finally {
      lock.unlock();
    }
  }

  /** Lets nobody in any more, and waits until all have left. */
  void close() {
    lock.lock();
    try {
      closed = true;
      while (inside > 0) {
        left.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private void leave() {
    lock.lock();
    try {
      inside--;
      left.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
