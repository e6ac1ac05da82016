package org.ethogram.models;

import java.util.List;
import java.util.Set;

/** A model that asks another; a subclass says only what differs. */
public abstract class ForwardingModel implements LanguageModel {
  private final LanguageModel model;

  protected ForwardingModel(LanguageModel model) {
    this.model = model;
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
  public Completion complete(CompletionRequest request, CompletionListener listener) {
    return model.complete(request, listener);
  }

  @Override
  public List<ContinuationScore> score(ScoreRequest request) {
    return model.score(request);
  }

  @Override
  public PromptScore scorePrompt(Prompt prompt, int topLogProbabilities) {
    return model.scorePrompt(prompt, topLogProbabilities);
  }

  @Override
  public void close() {
    model.close();
  }
}
