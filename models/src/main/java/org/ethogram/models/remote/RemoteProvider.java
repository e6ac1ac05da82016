package org.ethogram.models.remote;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.models.Capability;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;

/** What differs between those who offer models; found on the class path by service loading. */
public interface RemoteProvider {
  /** The name in study files and commands, such as {@code openai}. */
  String name();

  /** The provider's own address. */
  String address();

  /** The environment variable that names another address. */
  String addressVariable();

  /** The environment variable that usually holds the key. */
  String keyVariable();

  /** What a model that is reached so can do. */
  Set<Capability> capabilities(Access access);

  /** Whether there is a way of scoring at all. */
  boolean canScore();

  /** Whether plain text can be completed, beside conversations. */
  boolean completesText();

  LanguageModel open(
      Endpoint endpoint, Optional<Secret> secret, Access access, RemoteOptions options);

  /** Where a model is asked. */
  default Endpoint endpoint(String model, Access access, Map<String, String> environment) {
    return Endpoint.of(
        name(),
        access.address().orElseGet(() -> environment.getOrDefault(addressVariable(), address())),
        model);
  }

  /** The key for an endpoint; absent at servers that ask for none. */
  default Optional<Secret> secret(
      Endpoint endpoint, Access access, Map<String, String> environment) {
    return Secret.of(endpoint, address(), environment, access.keyVariable().orElse(keyVariable()));
  }

  /** Who answers at an endpoint. */
  default ModelIdentity identity(Endpoint endpoint) {
    return endpoint.identity(address());
  }

  static List<RemoteProvider> all() {
    return ServiceLoader.load(RemoteProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /**
   * @throws EthogramException {@code CONFIGURATION} with the nearest name when there is none
   */
  static RemoteProvider named(String name) {
    List<RemoteProvider> all = all();
    return all.stream()
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new EthogramException(
                    ErrorCode.CONFIGURATION,
                    name,
                    "there is no provider '" + name + "' of remote models",
                    Suggestion.remedy(name, all.stream().map(RemoteProvider::name).toList())));
  }
}
