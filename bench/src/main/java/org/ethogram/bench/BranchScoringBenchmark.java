package org.ethogram.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;
import org.ethogram.torch.engine.LocalModel;
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
 * Scoring every decision of a tree of histories over ten rounds, at most 64 a round, behind rules
 * of a few or of many words: the new tokens are the same, so the time should hardly differ.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 2)
public class BranchScoringBenchmark {
  private static final int ROUNDS = 10;
  private static final int MOST = 64;

  /** Words of the rules. */
  @Param({"200", "2000"})
  public int words;

  private LocalModel model;
  private String rules;
  private int walk;

  /** Opens the model. */
  @Setup
  public void open() {
    model = LocalModel.open(RandomModels.folder("0.27M"));
  }

  /** Computes the rules of a new game before its tree is timed. */
  @Setup(Level.Invocation)
  public void begin() {
    rules = "Game " + walk++ + " is:" + " a".repeat(words);
    model.score(new ScoreRequest(Prompt.of(rules), List.of(" a")));
  }

  /** One tree. */
  @Benchmark
  public void score(Work work) {
    List<String> histories = List.of(rules);
    for (int round = 0; round < ROUNDS; round++) {
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (String history : histories) {
          var request = new ScoreRequest(Prompt.of(history), List.of(" a", " b"));
          threads.execute(() -> model.score(request));
        }
      }
      work.decisions += histories.size();
      List<String> longer = new ArrayList<>();
      for (String history : histories) {
        longer.add(history + " a then b");
        longer.add(history + " b then a");
      }
      histories = longer.subList(0, Math.min(MOST, longer.size()));
    }
  }

  /** Frees the model. */
  @TearDown
  public void close() {
    model.close();
  }
}
