package org.ethogram.serve;

import java.util.Locale;
import org.eclipse.jetty.util.HostPort;
import org.ethogram.serve.protocol.ApiError;
import org.jspecify.annotations.Nullable;

/** Who may ask. */
final class Guard {
  private static final String SCHEME = "bearer ";

  private final ServerOptions options;

  Guard(ServerOptions options) {
    this.options = options;
  }

  /**
   * @throws ApiError when the key is missing or wrong; without a key, on loopback, when the host is
   *     asked under a foreign name, as by a web page whose name was pointed here
   */
  void check(Exchange exchange) {
    if (options.key().isPresent()) {
      checkKey(options.key().get(), exchange.context().header("Authorization"));
    } else if (ServerOptions.isLoopback(options.host())) {
      checkHost(exchange.context().header("Host"));
    }
  }

  private static void checkKey(ApiKey key, @Nullable String given) {
    if (given == null || !given.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      throw ApiError.unauthorized("Give the key as 'Authorization: Bearer KEY'.");
    }
    if (!key.matches(given.substring(SCHEME.length()).strip())) {
      throw ApiError.unauthorized("The key is not the one that this server knows.");
    }
  }

  private static void checkHost(@Nullable String host) {
    if (host != null && !ServerOptions.isLoopback(new HostPort(host).getHost())) {
      throw ApiError.forbidden("This server answers to localhost alone, not to " + host + ".");
    }
  }
}
