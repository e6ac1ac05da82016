package org.ethogram.models.remote;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many calls are in flight at once: one more for each round of successes, half as many when the
 * provider is overrun (additive increase, multiplicative decrease: Chiu and Jain 1989).
 */
public final class AdaptiveConcurrency {
  private final int most;
  private final ReentrantLock turn = new ReentrantLock();
  private final Condition room = turn.newCondition();
  private double limit;
  private int inFlight;
  private long decreases;

  /**
   * @param start calls at once at first, at least 1
   * @param most calls at once ever, no fewer than {@code start}
   */
  public AdaptiveConcurrency(int start, int most) {
    if (start < 1 || most < start) {
      throw new IllegalArgumentException("no range of concurrency: " + start + " to " + most);
    }
    this.limit = start;
    this.most = most;
  }

  void enter() throws InterruptedException {
    turn.lockInterruptibly();
    try {
      while (inFlight >= (int) limit) {
        room.await();
      }
      inFlight++;
      room.signal();
    } finally {
      turn.unlock();
    }
  }

  void leave() {
    turn.lock();
    try {
      inFlight--;
      room.signal();
    } finally {
      turn.unlock();
    }
  }

  /** What {@link #overrun} has to be told about a call that begins now. */
  long era() {
    turn.lock();
    try {
      return decreases;
    } finally {
      turn.unlock();
    }
  }

  void succeeded() {
    turn.lock();
    try {
      limit = Math.min(most, limit + 1 / limit);
      room.signal();
    } finally {
      turn.unlock();
    }
  }

  /** Calls that were in flight together say one thing: they halve the limit once. */
  void overrun(long era) {
    turn.lock();
    try {
      if (era == decreases) {
        decreases++;
        limit = Math.max(1, limit / 2);
      }
    } finally {
      turn.unlock();
    }
  }

  /** Calls that may be in flight now. */
  public int limit() {
    turn.lock();
    try {
      return (int) limit;
    } finally {
      turn.unlock();
    }
  }
}
