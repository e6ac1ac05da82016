package org.ethogram.models.openai;

import java.util.Map;
import org.ethogram.core.CacheFolder;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ModelProvider;
import org.ethogram.models.cache.ResponseCache;
import org.ethogram.models.remote.CachedModel;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.RemoteOptions;
import org.ethogram.models.remote.Secret;

/**
 * OpenAI as the environment describes it: {@code OPENAI_API_KEY}, {@code OPENAI_BASE_URL}; answers
 * are kept in the cache folder.
 */
public final class OpenAiProvider implements ModelProvider {
  public static final String KEY = "OPENAI_API_KEY";

  private static final String ADDRESS = "OPENAI_BASE_URL";

  private final Map<String, String> environment;

  /** For service loading. */
  public OpenAiProvider() {
    this(System.getenv());
  }

  OpenAiProvider(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return OpenAiModel.PROVIDER;
  }

  @Override
  public ModelIdentity identify(String model) {
    return OpenAiModel.identity(endpoint(model));
  }

  @Override
  public LanguageModel open(String model) {
    Endpoint endpoint = endpoint(model);
    var secret = Secret.of(endpoint, OpenAiModel.ADDRESS, environment, KEY);
    var cache = ResponseCache.open(CacheFolder.path().resolve("responses.db"));
    RemoteOptions options = RemoteOptions.standard().withCache(cache);
    return new CachedModel(OpenAiModel.open(endpoint, secret, OpenAiOptions.PLAIN, options), cache);
  }

  private Endpoint endpoint(String model) {
    return Endpoint.of(
        OpenAiModel.PROVIDER, environment.getOrDefault(ADDRESS, OpenAiModel.ADDRESS), model);
  }
}
