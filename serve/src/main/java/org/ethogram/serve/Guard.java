package org.ethogram.serve;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.util.HostPort;
import org.ethogram.serve.protocol.ApiError;
import org.jspecify.annotations.Nullable;

/** Who may ask. */
final class Guard {
  private static final String SCHEME = "bearer ";

  /** Names by which a browser reaches its own machine and nothing else. */
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

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
    } else if (isLoopback(options.host())) {
      checkHost(exchange.context().header("Host"));
    }
  }

  static boolean isLoopback(String host) {
    return LOOPBACK.contains(host.toLowerCase(Locale.ROOT)) || host.equals("::1");
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
    if (host != null && !isLoopback(new HostPort(host).getHost())) {
      throw ApiError.forbidden("This server answers to localhost alone, not to " + host + ".");
    }
  }
}
