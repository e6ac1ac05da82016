package org.ethogram.serve;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * @param host the address to listen at, or a name of it
 * @param port 0 for any that is free
 * @param key absent when everybody who reaches the server may ask
 * @param bodyBytes most bytes of a request
 * @param requests most requests in flight; more are told to come again
 */
public record ServerOptions(
    String host, int port, Optional<ApiKey> key, int bodyBytes, int requests) {
  public static final ServerOptions LOOPBACK =
      new ServerOptions("127.0.0.1", 0, Optional.empty(), 4 << 20, 256);

  private static final Set<String> LOOPBACK_NAMES =
      Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  public ServerOptions {
    if (port < 0 || port > 65535 || bodyBytes < 1 || requests < 1) {
      throw new IllegalArgumentException(
          "no such server: port %d, body of %d bytes, %d requests"
              .formatted(port, bodyBytes, requests));
    }
  }

  /** Whether a host's name is this machine's own, which no other machine reaches. */
  public static boolean isLoopback(String host) {
    return LOOPBACK_NAMES.contains(host.toLowerCase(Locale.ROOT));
  }

  public ServerOptions withPort(int other) {
    return new ServerOptions(host, other, key, bodyBytes, requests);
  }

  public ServerOptions withKey(ApiKey other) {
    return new ServerOptions(host, port, Optional.of(other), bodyBytes, requests);
  }

  public ServerOptions withBodyBytes(int bytes) {
    return new ServerOptions(host, port, key, bytes, requests);
  }

  public ServerOptions withRequests(int most) {
    return new ServerOptions(host, port, key, bodyBytes, most);
  }
}
