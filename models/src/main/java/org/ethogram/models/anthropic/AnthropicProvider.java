package org.ethogram.models.anthropic;

import java.util.Optional;
import java.util.Set;
import org.ethogram.models.Capability;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.remote.Access;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.RemoteOptions;
import org.ethogram.models.remote.RemoteProvider;
import org.ethogram.models.remote.Secret;

/** Anthropic, which tells no log-probabilities. */
public final class AnthropicProvider implements RemoteProvider {
  @Override
  public String name() {
    return AnthropicModel.PROVIDER;
  }

  @Override
  public String address() {
    return AnthropicModel.ADDRESS;
  }

  @Override
  public String addressVariable() {
    return "ANTHROPIC_BASE_URL";
  }

  @Override
  public String keyVariable() {
    return "ANTHROPIC_API_KEY";
  }

  @Override
  public Set<Capability> capabilities(Access access) {
    return AnthropicModel.CAPABILITIES;
  }

  @Override
  public boolean canScore() {
    return false;
  }

  @Override
  public boolean completesText() {
    return false;
  }

  @Override
  public LanguageModel open(
      Endpoint endpoint, Optional<Secret> secret, Access access, RemoteOptions options) {
    return AnthropicModel.open(endpoint, secret, options);
  }
}
