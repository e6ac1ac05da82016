package org.ethogram.torch.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests over HTTP, once each.
 *
 * <p>Redirects are followed by hand, because the token goes to the hub itself and to no other host.
 */
final class HubTransport implements AutoCloseable {
  private static final int MOST_REDIRECTS = 8;

  private final HubSettings settings;
  private final Duration stall;
  private final HttpClient client;

  /**
   * @param stall how long there may be no answer
   */
  HubTransport(HubSettings settings, Duration stall) {
    this.settings = settings;
    this.stall = stall;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(stall)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Follows redirects within the hub only, up to the reply that knows the file. */
  Reply<Void> head(URI first) throws IOException, InterruptedException {
    URI address = first;
    for (int hops = 0; ; hops++) {
      Reply<Void> reply = send(address, "HEAD", 0, HttpResponse.BodyHandlers.discarding());
      Optional<URI> next = reply.redirect().filter(this::isHub);
      if (next.isEmpty() || reply.header("x-linked-etag").isPresent()) {
        return reply;
      }
      address = next.get();
      requireFew(hops);
    }
  }

  /** Follows redirects wherever they lead. */
  <T> Reply<T> get(URI first, long from, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    URI address = first;
    for (int hops = 0; ; hops++) {
      Reply<T> reply = send(address, "GET", from, handler);
      Optional<URI> next = reply.redirect();
      if (next.isEmpty()) {
        return reply;
      }
      if (reply.body() instanceof InputStream body) {
        body.close();
      }
      address = next.get();
      requireFew(hops);
    }
  }

  /** Whether an address is the hub itself: the same scheme, host and port. */
  boolean isHub(URI address) {
    return origin(address).equals(origin(URI.create(settings.endpoint())));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private static void requireFew(int hops) throws IOException {
    if (hops >= MOST_REDIRECTS) {
      throw new IOException("more than " + MOST_REDIRECTS + " redirects");
    }
  }

  private <T> Reply<T> send(
      URI address, String method, long from, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<T>> exchange =
        client.sendAsync(request(address, method, from), handler);
    try {
      return Reply.of(exchange.get(stall.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no answer within " + stall.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException problem ? problem : new IOException(e.getCause());
    } finally {
      exchange.cancel(true);
    }
  }

  private HttpRequest request(URI address, String method, long from) throws IOException {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.matches("https?") || address.getHost() == null) {
      throw new IOException("a redirect leads to no web address");
    }
    var request =
        HttpRequest.newBuilder(address)
            .version(
                scheme.equals("https") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
            .header("User-Agent", "ethogram")
            .header("Accept-Encoding", "identity")
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    if (isHub(address)) {
      settings.token().ifPresent(token -> request.header("Authorization", token.authorization()));
    }
    return request.build();
  }

  private static String origin(URI address) {
    String host = (address.getScheme() + "://" + address.getHost()).toLowerCase(Locale.ROOT);
    int usual = host.startsWith("https:") ? 443 : 80;
    return host + ':' + (address.getPort() < 0 ? usual : address.getPort());
  }
}
