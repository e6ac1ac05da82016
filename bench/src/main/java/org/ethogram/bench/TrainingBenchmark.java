package org.ethogram.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.Seed;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.NetworkShape;
import org.ethogram.torch.network.ProductPrecision;
import org.ethogram.training.batches.Batch;
import org.ethogram.training.batches.TokenLosses;
import org.ethogram.training.batches.TokenSequence;
import org.ethogram.training.optimization.AdamW;
import org.ethogram.training.optimization.LossPart;
import org.ethogram.training.optimization.Updates;
import org.ethogram.training.parallel.Parallel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Updates of a language model on a batch of 4,096 tokens: forward, backward, clipping, AdamW.
 *
 * <p>A training uses all cores, or as many as {@code ETHOGRAM_THREADS} says. Beside the tokens
 * stands the share of the single-precision peak of the same threads in the same process: operations
 * are 6 a parameter and token (2 forward, 4 backward; the tied embedding counts once, as the output
 * embedding; that of the last token of a sequence predicts nothing), and those of attention, 12 a
 * layer, head, coordinate and visible key, are told apart.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 5, time = 5)
public class TrainingBenchmark {
  /** What is trained. */
  @Param public TrainedNetwork trained;

  /** Of the matrix products. */
  @Param public ProductPrecision precision;

  private final MatrixPeak peak = new MatrixPeak();
  private CausalNetwork network;
  private Updates updates;
  private Batch batch;
  private double linear;
  private double attention;
  private long step;
  private long firstStep;
  private double began;
  private double coresBegan;

  /** Builds the network and one batch of random tokens. */
  @Setup
  public void build() {
    network = trained.build();
    updates =
        new Updates(
            List.copyOf(network.parameters().values()),
            new AdamW.Settings(0.9, 0.95, 1e-8, 0.1),
            1,
            Parallel.single());
    batch = Batch.padded(sequences());
    count();
  }

  private List<TokenSequence> sequences() {
    RandomGenerator random = new Seed(2).generator();
    List<TokenSequence> sequences = new ArrayList<>();
    for (int row = 0; row < trained.rows(); row++) {
      float[] weights = new float[trained.length()];
      Arrays.fill(weights, 1, weights.length, 1);
      int vocabulary = network.shape().vocabulary();
      sequences.add(
          new TokenSequence(random.ints(weights.length, 0, vocabulary).toArray(), weights));
    }
    return sequences;
  }

  /** Thousand million operations of a step. */
  private void count() {
    NetworkShape shape = network.shape();
    long all = network.parameters().values().stream().mapToLong(Tensor::numel).sum();
    double output = (double) shape.vocabulary() * shape.width();
    double tokens = (double) trained.rows() * trained.length();
    double visible = trained.rows() * trained.length() * (trained.length() + 1) / 2.0;
    linear = 6e-9 * ((all - output) * tokens + output * batch.positions().length);
    attention = 12e-9 * shape.layers() * shape.heads() * shape.headSize() * visible;
  }

  /** The peak of now, beside which the updates of this iteration stand. */
  @Setup(Level.Iteration)
  public void beginIteration() {
    peak.measure();
    firstStep = step;
    began = System.nanoTime() / 1e9;
    coresBegan = CoreSeconds.now();
  }

  /** One update. */
  @Benchmark
  public double update(Work work) {
    work.tokens += batch.tokenCount();
    work.gigaflop += linear;
    List<LossPart> parts = batch.shares(network).stream().map(this::part).toList();
    return updates.apply(parts, ++step, 1e-6, "benchmark").loss();
  }

  private LossPart part(Batch share) {
    LossPart part =
        LossPart.of(
            () ->
                TokenLosses.weighted(network, share, TokenLosses.of(network, share))
                    .mul(new Scalar(1.0 / batch.positions().length)));
    return parameters -> precision.during(() -> part.differentiate(parameters));
  }

  /** Tells the share of the peak. */
  @TearDown(Level.Iteration)
  public void tellShare() {
    double seconds = System.nanoTime() / 1e9 - began;
    double coreSeconds = CoreSeconds.now() - coresBegan;
    peak.measure();
    tell("a second", (step - firstStep) / seconds, peak.bySecond());
    tell("a second of a core", (step - firstStep) / coreSeconds, peak.byCoreSecond());
  }

  private void tell(String unit, double steps, double of) {
    System.out.printf(
        Locale.ROOT,
        "%n%.0f tokens and %.1f GFLOP %s of %.1f: %.1f%% of the peak, %.1f%% with attention",
        steps * batch.tokenCount(),
        steps * linear,
        unit,
        of,
        100 * steps * linear / of,
        100 * steps * (linear + attention) / of);
  }

  /** Frees everything. */
  @TearDown
  public void close() {
    updates.close();
    network.close();
  }
}
