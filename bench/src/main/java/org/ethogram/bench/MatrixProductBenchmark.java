package org.ethogram.bench;

import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.torch.runtime.Natives;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The single-precision peak of one thread, beside which the other figures are to be read. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 2)
public class MatrixProductBenchmark {
  private static final int SIZE = 1024;

  private Tensor left;
  private Tensor right;

  /** Makes two random square matrices. */
  @Setup
  public void matrices() {
    Natives.start();
    left = torch.randn(SIZE, SIZE);
    right = torch.randn(SIZE, SIZE);
  }

  /** One product of two square matrices. */
  @Benchmark
  public float product(Work work) {
    work.gigaflop += 2.0 * SIZE * SIZE * SIZE / 1e9;
    try (PointerScope _ = new PointerScope()) {
      return left.mm(right).get(0).get(0).item_float();
    }
  }
}
