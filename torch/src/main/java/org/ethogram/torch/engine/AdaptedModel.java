package org.ethogram.torch.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ethogram.models.Capability;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionListener;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.Prompt;
import org.ethogram.models.PromptScore;
import org.ethogram.models.ScoreRequest;
import org.ethogram.torch.adapters.Adapter;

/** A local model with one of its adapters on: the same engine, requests that name the adapter. */
record AdaptedModel(LocalModel base, Adapter adapter, ModelIdentity identity)
    implements LanguageModel {
  @Override
  public Set<Capability> capabilities() {
    return base.capabilities();
  }

  @Override
  public Completion complete(CompletionRequest request) {
    return base.complete(request, Optional.of(adapter), Optional.empty());
  }

  @Override
  public Completion complete(CompletionRequest request, CompletionListener listener) {
    return base.complete(request, Optional.of(adapter), Optional.of(listener));
  }

  @Override
  public List<ContinuationScore> score(ScoreRequest request) {
    return base.score(request, Optional.of(adapter));
  }

  @Override
  public PromptScore scorePrompt(Prompt prompt, int topLogProbabilities) {
    return base.scorePrompt(prompt, topLogProbabilities, Optional.of(adapter));
  }

  /** Nothing to do: the adapter lives as long as its base. */
  @Override
  public void close() {}
}
