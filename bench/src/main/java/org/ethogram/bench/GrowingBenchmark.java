package org.ethogram.bench;

import java.util.concurrent.TimeUnit;
import org.ethogram.organisms.OrganismCheckpoint;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Growing one member of the default family on one thread, as the product does it: the corpus, the
 * tokenizer, the steps and the checkpoints all count.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
public class GrowingBenchmark {
  private static final int STEPS = 400;

  /** A member of the default family. */
  @Param({"7k", "25k", "85k", "150k"})
  public String size;

  /** So many steps from nothing. */
  @Benchmark
  public OrganismCheckpoint grow(Work work) {
    OrganismCheckpoint checkpoint = Families.grown(size, STEPS);
    work.tokens += checkpoint.scale().trainingTokens().orElseThrow();
    return checkpoint;
  }
}
