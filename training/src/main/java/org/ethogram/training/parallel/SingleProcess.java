package org.ethogram.training.parallel;

import org.bytedeco.pytorch.Tensor;

/** A process without others. */
enum SingleProcess implements Parallel {
  INSTANCE;

  @Override
  public int rank() {
    return 0;
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public void sum(Tensor tensor) {}

  @Override
  public void copyFirst(Tensor tensor) {}

  @Override
  public boolean any(boolean here) {
    return here;
  }

  @Override
  public void close() {}
}
