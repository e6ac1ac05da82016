package org.ethogram.models.remote;

import java.util.List;
import java.util.Set;
import org.ethogram.models.Capability;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionListener;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.cache.ResponseCache;

/** A model that closes the cache it was opened with. */
public record CachedModel(LanguageModel model, ResponseCache cache) implements LanguageModel {
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
  public void close() {
    try (cache) {
      model.close();
    }
  }
}
