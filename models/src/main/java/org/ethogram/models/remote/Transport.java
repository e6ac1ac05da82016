package org.ethogram.models.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request over HTTP, once. Redirects are not followed: they would carry the key elsewhere. */
final class Transport implements AutoCloseable {
  private final HttpClient client;
  private final Duration timeout;
  private final Optional<Authorization> authorization;

  /**
   * @param timeout from the request to the last byte of the reply
   */
  Transport(Duration timeout, Optional<Authorization> authorization) {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.timeout = timeout;
    this.authorization = authorization;
  }

  RemoteReply send(RemoteCall call) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request(call), HttpResponse.BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> reply = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new RemoteReply(
          reply.statusCode(),
          reply.headers().firstValue("content-type").orElse(""),
          reply.headers().firstValue("retry-after").flatMap(RetryAfter::read),
          authorization.map(key -> key.secret().removeFrom(reply.body())).orElseGet(reply::body));
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no whole reply within " + timeout);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException problem ? problem : new IOException(e.getCause());
    } finally {
      exchange.cancel(true);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private HttpRequest request(RemoteCall call) {
    var request =
        HttpRequest.newBuilder(URI.create(call.url()))
            .version(
                call.url().startsWith("https:")
                    ? HttpClient.Version.HTTP_2
                    : HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(call.body()));
    call.headers().forEach(request::header);
    authorization.ifPresent(key -> request.header(key.header(), key.value()));
    return request.build();
  }
}
