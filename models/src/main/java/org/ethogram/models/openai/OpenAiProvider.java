package org.ethogram.models.openai;

import java.util.Optional;
import java.util.Set;
import org.ethogram.models.Capability;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.remote.Access;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.RemoteOptions;
import org.ethogram.models.remote.RemoteProvider;
import org.ethogram.models.remote.Secret;

/** OpenAI, and the servers that speak its interface. */
public final class OpenAiProvider implements RemoteProvider {
  @Override
  public String name() {
    return OpenAiModel.PROVIDER;
  }

  @Override
  public String address() {
    return OpenAiModel.ADDRESS;
  }

  @Override
  public String addressVariable() {
    return "OPENAI_BASE_URL";
  }

  @Override
  public String keyVariable() {
    return "OPENAI_API_KEY";
  }

  @Override
  public Set<Capability> capabilities(Access access) {
    return options(access).capabilities();
  }

  @Override
  public boolean canScore() {
    return true;
  }

  @Override
  public boolean completesText() {
    return true;
  }

  @Override
  public LanguageModel open(
      Endpoint endpoint, Optional<Secret> secret, Access access, RemoteOptions options) {
    return OpenAiModel.open(endpoint, secret, options(access), options);
  }

  private static OpenAiOptions options(Access access) {
    return new OpenAiOptions(access.scoring(), access.logProbabilities());
  }
}
