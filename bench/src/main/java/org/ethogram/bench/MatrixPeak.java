package org.ethogram.bench;

import java.util.Collections;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.runtime.Natives;
import org.ethogram.torch.runtime.SideBySide;

/**
 * The single-precision peak with the threads that this process uses: the best products of square
 * matrices of 1024 or 2048 rows seen so far, one on each thread, side by side.
 */
final class MatrixPeak {
  private static final int[] SIZES = {1024, 2048};
  private static final int TRIES = 5;

  private double bySecond;
  private double byCoreSecond;

  /** Thousand million operations a second. */
  double bySecond() {
    return bySecond;
  }

  /** The same a second of a core: what the machine can do also while others use it. */
  double byCoreSecond() {
    return byCoreSecond;
  }

  void measure() {
    int threads = Natives.start().threads();
    for (int size : SIZES) {
      double gigaflop = 2e-9 * size * size * size;
      int products = 2 * (2048 / size) * (2048 / size);
      for (int which = 0; which < TRIES; which++) {
        double began = System.nanoTime() / 1e9;
        double coresBegan = CoreSeconds.now();
        SideBySide.run(Collections.nCopies(threads, () -> multiply(size, products)));
        double cores = CoreSeconds.now() - coresBegan;
        double seconds = System.nanoTime() / 1e9 - began;
        bySecond = Math.max(bySecond, threads * products * gigaflop / seconds);
        byCoreSecond = Math.max(byCoreSecond, threads * products * gigaflop / cores);
      }
    }
  }

  private static boolean multiply(int size, int products) {
    try (PointerScope _ = new PointerScope()) {
      Tensor left = torch.randn(size, size);
      Tensor right = torch.randn(size, size);
      for (int product = 0; product < products; product++) {
        left.mm(right).close();
      }
      return true;
    }
  }
}
