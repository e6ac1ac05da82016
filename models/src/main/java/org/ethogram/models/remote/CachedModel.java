package org.ethogram.models.remote;

import org.ethogram.models.ForwardingModel;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.cache.ResponseCache;

/** A model that closes the cache it was opened with. */
public final class CachedModel extends ForwardingModel {
  private final ResponseCache cache;

  public CachedModel(LanguageModel model, ResponseCache cache) {
    super(model);
    this.cache = cache;
  }

  @Override
  public void close() {
    try (cache) {
      super.close();
    }
  }
}
