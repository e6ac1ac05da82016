package org.ethogram.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.ethogram.core.Seed;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.torch.engine.LocalModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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
 * Tokens written by so many virtual threads that call one model at once: random GPT-NeoX weights,
 * and stories260K out of the folder that {@code ETHOGRAM_MODELS} names. One caller against 256 is
 * the concurrency that the engine gains.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 2)
public class GenerationBenchmark {
  private static final int TOKENS = 200;

  /** A model of random weights, or stories260K. */
  @Param({"0.27M", "11M", "stories260K"})
  public String size;

  /** Calls at once. */
  @Param({"1", "16", "64", "256"})
  public int callers;

  private LocalModel model;
  private long round;

  /** Opens the model. */
  @Setup
  public void open() {
    model = LocalModel.open(size.equals("stories260K") ? stories() : RandomModels.folder(size));
  }

  private static Path stories() {
    String models = System.getenv("ETHOGRAM_MODELS");
    Path folder = Path.of(models == null ? "." : models).resolve("stories260K-hf");
    if (!Files.isDirectory(folder)) {
      throw new IllegalStateException("skipped: ETHOGRAM_MODELS names no folder with " + folder);
    }
    return folder;
  }

  /** Each caller has a prompt of its own, and 200 tokens written greedily. */
  @Benchmark
  public void complete(Work work) throws InterruptedException, ExecutionException {
    List<Future<Completion>> completions = new ArrayList<>();
    round++;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < callers; caller++) {
        Prompt prompt = Prompt.of("Once upon a time " + round + " " + caller);
        var request =
            new CompletionRequest(prompt, TOKENS, Sampling.GREEDY, List.of(), new Seed(1));
        completions.add(threads.submit(() -> model.complete(request)));
      }
    }
    for (Future<Completion> completion : completions) {
      work.tokens += completion.get().usage().completionTokens();
    }
  }

  /** Frees the model. */
  @TearDown
  public void close() {
    model.close();
  }
}
