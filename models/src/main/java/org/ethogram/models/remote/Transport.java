package org.ethogram.models.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One request over HTTP, once. Redirects are not followed: they would carry the key elsewhere. */
final class Transport implements AutoCloseable {
  private static final int OK = 200;

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
      return reply(reply, clean(reply.body()));
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no whole reply within " + timeout);
    } catch (ExecutionException e) {
      throw failure(e);
    } finally {
      exchange.cancel(true);
    }
  }

  /**
   * Sends a call whose answer comes in events; any other reply is read whole.
   *
   * @param data told of each event on this thread
   */
  RemoteReply stream(RemoteCall call, Consumer<String> data)
      throws IOException, InterruptedException {
    BlockingQueue<Optional<byte[]>> parts = new LinkedBlockingQueue<>();
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request(call), info -> subscriber(info, parts));
    var ended = exchange.whenComplete((reply, failure) -> parts.add(Optional.empty()));
    try {
      Events events = new Events(this::clean, data);
      long deadline = System.nanoTime() + timeout.toNanos();
      while (true) {
        Optional<byte[]> part = parts.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (part == null) {
          throw new HttpTimeoutException("no whole reply within " + timeout);
        }
        if (part.isEmpty()) {
          break;
        }
        events.take(part.get());
      }
      HttpResponse<byte[]> reply = ended.get();
      return reply(reply, isStream(reply) ? events.seen() : clean(reply.body()));
    } catch (ExecutionException e) {
      throw failure(e);
    } finally {
      exchange.cancel(true);
    }
  }

  private static HttpResponse.BodySubscriber<byte[]> subscriber(
      HttpResponse.ResponseInfo info, BlockingQueue<Optional<byte[]>> parts) {
    if (!isStream(info.statusCode(), info.headers())) {
      return HttpResponse.BodySubscribers.ofByteArray();
    }
    return HttpResponse.BodySubscribers.mapping(
        HttpResponse.BodySubscribers.ofByteArrayConsumer(
            part -> part.ifPresent(bytes -> parts.add(Optional.of(bytes)))),
        nothing -> new byte[0]);
  }

  private static boolean isStream(HttpResponse<?> reply) {
    return isStream(reply.statusCode(), reply.headers());
  }

  private static boolean isStream(int status, HttpHeaders headers) {
    return status == OK && headers.firstValue("content-type").orElse("").contains("event-stream");
  }

  private static RemoteReply reply(HttpResponse<?> reply, byte[] body) {
    return new RemoteReply(
        reply.statusCode(),
        reply.headers().firstValue("content-type").orElse(""),
        reply.headers().firstValue("retry-after").flatMap(RetryAfter::read),
        body);
  }

  private byte[] clean(byte[] bytes) {
    return authorization.map(key -> key.secret().removeFrom(bytes)).orElse(bytes);
  }

  private static IOException failure(ExecutionException e) {
    return e.getCause() instanceof IOException problem ? problem : new IOException(e.getCause());
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
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(call.body()));
    call.headers().forEach(request::header);
    authorization.ifPresent(key -> request.header(key.header(), key.value()));
    return request.build();
  }
}
