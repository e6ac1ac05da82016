package org.ethogram.evaluations.play;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ethogram.models.Capability;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ScoreRequest;

/**
 * A model that answers only when a whole batch is in flight, and then the last request first: what
 * asks it one by one waits in vain.
 */
final class GatheringModel implements LanguageModel {
  private final LanguageModel model;
  private final Deque<Integer> batchSizes;
  private List<Runnable> waiting = new ArrayList<>();

  GatheringModel(LanguageModel model, List<Integer> batchSizes) {
    this.model = model;
    this.batchSizes = new ArrayDeque<>(batchSizes);
  }

  @Override
  public List<ContinuationScore> score(ScoreRequest request) {
    CompletableFuture<List<ContinuationScore>> answer = new CompletableFuture<>();
    gather(() -> answer.complete(model.score(request)));
    return answer.orTimeout(20, TimeUnit.SECONDS).join();
  }

  private synchronized void gather(Runnable answer) {
    waiting.add(answer);
    if (waiting.size() == batchSizes.getFirst()) {
      batchSizes.removeFirst();
      List<Runnable> batch = waiting.reversed();
      waiting = new ArrayList<>();
      batch.forEach(Runnable::run);
    }
  }

  @Override
  public Completion complete(CompletionRequest request) {
    return model.complete(request);
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
  public void close() {}
}
