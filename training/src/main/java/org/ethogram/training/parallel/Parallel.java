package org.ethogram.training.parallel;

import org.bytedeco.pytorch.Tensor;

/**
 * The processes that train one model together, as one of them sees them: each computes its share of
 * a step, and what they add up is the same in all.
 *
 * <p>Every process must make the same calls in the same order. One thread.
 */
public interface Parallel extends AutoCloseable {
  /** Number of this process, from 0; the first also writes what is kept. */
  int rank();

  /** How many processes there are. */
  int size();

  /** Replaces a tensor by the sum of what all processes have in its place. */
  void sum(Tensor tensor);

  /** Replaces a tensor by what the first process has in its place. */
  void copyFirst(Tensor tensor);

  /** Whether it is so in any process. */
  boolean any(boolean here);

  /** Leaves the others; without effect the second time. */
  @Override
  void close();

  default boolean isFirst() {
    return rank() == 0;
  }

  /** A process that trains alone. */
  static Parallel single() {
    return SingleProcess.INSTANCE;
  }
}
