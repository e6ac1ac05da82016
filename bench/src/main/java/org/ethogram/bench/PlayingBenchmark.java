package org.ethogram.bench;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.ethogram.core.Seed;
import org.ethogram.evaluations.CaseResult;
import org.ethogram.evaluations.Cast;
import org.ethogram.evaluations.cooperation.CooperationEvaluation;
import org.ethogram.evaluations.cooperation.CooperationSettings;
import org.ethogram.evaluations.cooperation.Opponent;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.models.Capability;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ScoreRequest;
import org.ethogram.torch.engine.LocalModel;
import org.ethogram.torch.engine.LocalModelOptions;
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
 * Exact play of a ten-round prisoner's dilemma against three scripted opponents by the default
 * family's 150k member, with and without keys and values that outlive a call.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 2, time = 1)
public class PlayingBenchmark {
  private static final int ROUNDS = 10;

  /** Whether prefixes are shared across calls. */
  @Param({"true", "false"})
  public boolean prefixCache;

  private CountingModel model;
  private CooperationEvaluation evaluation;

  /** Grows a member for one step and opens it. */
  @Setup
  public void open() {
    model =
        new CountingModel(
            LocalModel.open(
                Families.grown("150k", 1).folder(),
                LocalModelOptions.DEFAULT.withPrefixCache(prefixCache)));
    CooperationSettings defaults = CooperationSettings.defaults();
    evaluation =
        new CooperationEvaluation(
            new CooperationSettings(
                List.of(Catalogue.named("prisoners-dilemma")),
                List.of(
                    Opponent.named("always-cooperate"),
                    Opponent.named("always-defect"),
                    Opponent.named("tit-for-tat")),
                ROUNDS,
                ROUNDS,
                defaults.horizon(),
                defaults.continuation(),
                defaults.words(),
                1,
                defaults.phrasings(),
                defaults.elicitation(),
                0.0001,
                defaults.matches(),
                defaults.attempts(),
                defaults.answerTokens(),
                defaults.draws(),
                defaults.gate()));
  }

  /** One prompt variant: every decision of every history that is probable enough. */
  @Benchmark
  public CaseResult play(Work work) {
    long before = model.decisions.get();
    CaseResult result = evaluation.run(evaluation.cases().getFirst(), Cast.of(model), new Seed(1));
    work.decisions += model.decisions.get() - before;
    return result;
  }

  /** Frees the model. */
  @TearDown
  public void close() {
    model.close();
  }

  /** Counts the decisions that are asked for. */
  private record CountingModel(LanguageModel model, AtomicLong decisions) implements LanguageModel {
    CountingModel(LanguageModel model) {
      this(model, new AtomicLong());
    }

    @Override
    public ModelIdentity identity() {
      return model.identity();
    }

    @Override
    public Set<Capability> capabilities() {
      return model.capabilities();
    }

    @Override
    public Completion complete(CompletionRequest request) {
      return model.complete(request);
    }

    @Override
    public List<ContinuationScore> score(ScoreRequest request) {
      decisions.incrementAndGet();
      return model.score(request);
    }

    @Override
    public void close() {
      model.close();
    }
  }
}
