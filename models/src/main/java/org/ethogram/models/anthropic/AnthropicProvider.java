package org.ethogram.models.anthropic;

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
 * Anthropic as the environment describes it: {@code ANTHROPIC_API_KEY}, {@code ANTHROPIC_BASE_URL};
 * answers are kept in the cache folder.
 */
public final class AnthropicProvider implements ModelProvider {
  public static final String KEY = "ANTHROPIC_API_KEY";

  private static final String ADDRESS = "ANTHROPIC_BASE_URL";

  private final Map<String, String> environment;

  /** For service loading. */
  public AnthropicProvider() {
    this(System.getenv());
  }

  AnthropicProvider(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public String name() {
    return AnthropicModel.PROVIDER;
  }

  @Override
  public ModelIdentity identify(String model) {
    return AnthropicModel.identity(endpoint(model));
  }

  @Override
  public LanguageModel open(String model) {
    Endpoint endpoint = endpoint(model);
    var secret = Secret.of(endpoint, AnthropicModel.ADDRESS, environment, KEY);
    var cache = ResponseCache.open(CacheFolder.path().resolve("responses.db"));
    RemoteOptions options = RemoteOptions.standard().withCache(cache);
    return new CachedModel(AnthropicModel.open(endpoint, secret, options), cache);
  }

  private Endpoint endpoint(String model) {
    return Endpoint.of(
        AnthropicModel.PROVIDER, environment.getOrDefault(ADDRESS, AnthropicModel.ADDRESS), model);
  }
}
