package org.ethogram.torch.hub;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * Which hub is asked, as whom, and where its files are kept.
 *
 * @param cache the folder with {@code models--org--name}
 * @param endpoint without a slash at its end
 * @param offline nothing is asked; what is not in the cache is not there
 */
public record HubSettings(Path cache, String endpoint, Optional<HubToken> token, boolean offline) {
  private static final String OFFICIAL = "https://huggingface.co";
  private static final Set<String> TRUE = Set.of("1", "ON", "YES", "TRUE");

  /**
   * Reads the variables that the Python client reads, with its defaults.
   *
   * @param home the user's own folder
   * @throws EthogramException when HF_ENDPOINT is no address
   */
  public static HubSettings from(Map<String, String> environment, Path home) {
    Path huggingFace =
        path(environment, "HF_HOME", home)
            .orElseGet(
                () ->
                    path(environment, "XDG_CACHE_HOME", home)
                        .orElse(home.resolve(".cache"))
                        .resolve("huggingface"));
    Path cache =
        path(environment, "HF_HUB_CACHE", home)
            .or(() -> path(environment, "HUGGINGFACE_HUB_CACHE", home))
            .orElseGet(() -> huggingFace.resolve("hub"));
    return new HubSettings(
        cache,
        endpoint(environment.getOrDefault("HF_ENDPOINT", "")),
        token(environment, huggingFace, home),
        isTrue(environment, "HF_HUB_OFFLINE") || isTrue(environment, "TRANSFORMERS_OFFLINE"));
  }

  /** {@link #from(Map, Path)} with the folder of the user who runs this process. */
  public static HubSettings from(Map<String, String> environment) {
    return from(environment, Path.of(System.getProperty("user.home")));
  }

  /** These settings, with nothing asked where {@code wanted}. */
  public HubSettings offline(boolean wanted) {
    return new HubSettings(cache, endpoint, token, offline || wanted);
  }

  private static Optional<HubToken> token(
      Map<String, String> environment, Path huggingFace, Path home) {
    if (isTrue(environment, "HF_HUB_DISABLE_IMPLICIT_TOKEN")) {
      return Optional.empty();
    }
    return variable(environment, "HF_TOKEN")
        .or(() -> variable(environment, "HUGGING_FACE_HUB_TOKEN"))
        .or(
            () ->
                HubToken.in(
                    path(environment, "HF_TOKEN_PATH", home)
                        .orElseGet(() -> huggingFace.resolve("token"))));
  }

  private static Optional<HubToken> variable(Map<String, String> environment, String name) {
    return HubToken.of(name, environment.getOrDefault(name, ""));
  }

  private static Optional<Path> path(Map<String, String> environment, String name, Path home) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        value.equals("~") || value.startsWith("~/")
            ? home.resolve(value.substring(Math.min(2, value.length())))
            : Path.of(value));
  }

  /** The address is not repeated: a password may stand in it. */
  private static String endpoint(String written) {
    String text = written.isBlank() ? OFFICIAL : written.strip().replaceAll("/+$", "");
    try {
      URI address = URI.create(text);
      String scheme = address.getScheme() == null ? "" : address.getScheme();
      if (scheme.toLowerCase(Locale.ROOT).matches("https?")
          && address.getHost() != null
          && address.getUserInfo() == null
          && address.getQuery() == null
          && address.getFragment() == null) {
        return text;
      }
    } catch (IllegalArgumentException e) {
      // It is refused below.
    }
    throw new EthogramException(
        ErrorCode.CONFIGURATION,
        "HF_ENDPOINT",
        "it is no address such as https://huggingface.co without user, query and fragment",
        "Unset it to use " + OFFICIAL + "; tokens belong into HF_TOKEN");
  }

  private static boolean isTrue(Map<String, String> environment, String name) {
    return TRUE.contains(environment.getOrDefault(name, "").strip().toUpperCase(Locale.ROOT));
  }
}
