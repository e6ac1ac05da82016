package org.ethogram.torch.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.StopSignal;
import org.ethogram.models.reference.ModelReference;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is asked of a hub over HTTP.
 *
 * <p>Redirects are followed by hand, because the token goes to the hub itself and to no other host.
 */
final class HubClient implements AutoCloseable {
  private static final int MOST_REDIRECTS = 8;

  private final HubSettings settings;
  private final Retries retries;
  private final StopSignal stop;
  private final HttpClient client;

  HubClient(HubSettings settings, Retries retries, StopSignal stop) {
    this.settings = settings;
    this.retries = retries;
    this.stop = stop;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(retries.stall())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** The commit of a revision and the names of its files. */
  Listing listing(ModelReference.Hub reference) {
    URI address =
        URI.create(
            settings.endpoint()
                + "/api/models/"
                + reference.repository()
                + "/revision/"
                + URLEncoder.encode(reference.revision(), StandardCharsets.UTF_8));
    String place = reference + " at " + settings.endpoint();
    Reply<byte[]> reply =
        retries.call(
            place,
            stop,
            () -> {
              Reply<byte[]> answer =
                  follow(address, "GET", 0, HttpResponse.BodyHandlers.ofByteArray());
              requirePassed(answer);
              return answer;
            });
    if (!reply.succeeded()) {
      throw Refusal.of(settings, reference, reference.toString(), reply);
    }
    return read(place, reply.body());
  }

  /**
   * What the hub says of a file before it sends it: its etag and its size.
   *
   * <p>A large file is a redirect to another host that carries both; a small one is a reply whose
   * own etag and length they are.
   */
  FileFacts facts(ModelReference.Hub reference, String commit, String file) {
    String place = reference + ", " + file;
    Reply<Void> reply =
        retries.call(
            place + " at " + settings.endpoint(),
            stop,
            () -> {
              Reply<Void> answer = head(address(reference, commit, file));
              requirePassed(answer);
              return answer;
            });
    if (!reply.succeeded() && reply.redirect().isEmpty()) {
      throw Refusal.of(settings, reference, place, reply);
    }
    Optional<String> etag =
        reply.header("x-linked-etag").or(() -> reply.header("etag")).map(FileFacts::plain);
    if (etag.isEmpty() || !FileFacts.isSafe(etag.get())) {
      throw notAHub(place, "it gives no etag for the file");
    }
    OptionalLong linked = reply.length("x-linked-size");
    return new FileFacts(
        file,
        etag.get(),
        linked.isPresent() || !reply.succeeded() ? linked : reply.length("content-length"));
  }

  /**
   * The bytes of a file.
   *
   * @param from the first byte that is wanted; the reply says whether it begins there
   * @throws IOException where another attempt may succeed
   */
  Reply<InputStream> bytes(ModelReference.Hub reference, String commit, FileFacts file, long from)
      throws IOException, InterruptedException {
    Reply<InputStream> reply =
        follow(
            address(reference, commit, file.name()),
            "GET",
            from,
            HttpResponse.BodyHandlers.ofInputStream());
    if (reply.succeeded() || reply.status() == Reply.RANGE_NOT_SATISFIABLE) {
      return reply;
    }
    reply.body().close();
    requirePassed(reply);
    if (!isHub(reply.address())) {
      throw new IOException("the host of the file answers with status " + reply.status());
    }
    throw Refusal.of(settings, reference, reference + ", " + file.name(), reply);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /** Follows redirects within the hub only, up to the reply that knows the file. */
  private Reply<Void> head(URI first) throws IOException, InterruptedException {
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

  private <T> Reply<T> follow(
      URI first, String method, long from, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    URI address = first;
    for (int hops = 0; ; hops++) {
      Reply<T> reply = send(address, method, from, handler);
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

  private static void requireFew(int hops) throws IOException {
    if (hops >= MOST_REDIRECTS) {
      throw new IOException("more than " + MOST_REDIRECTS + " redirects");
    }
  }

  private void requirePassed(Reply<?> reply) throws IOException {
    if (reply.mayPass()) {
      throw new Retries.Passing(
          "status " + reply.status() + Refusal.said(settings, reply), reply.asked());
    }
  }

  private <T> Reply<T> send(
      URI address, String method, long from, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<T>> exchange =
        client.sendAsync(request(address, method, from), handler);
    try {
      return Reply.of(exchange.get(retries.stall().toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no answer within " + retries.stall().toSeconds() + " s");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException problem ? problem : new IOException(e.getCause());
    } finally {
      exchange.cancel(true);
    }
  }

  private HttpRequest request(URI address, String method, long from) throws IOException {
    String scheme = String.valueOf(address.getScheme());
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

  /** Whether an address is the hub itself: the same scheme, host and port. */
  private boolean isHub(URI address) {
    return origin(address).equals(origin(URI.create(settings.endpoint())));
  }

  private static String origin(URI address) {
    int usual = "https".equals(address.getScheme()) ? 443 : 80;
    return (address.getScheme() + "://" + address.getHost()).toLowerCase(java.util.Locale.ROOT)
        + ':'
        + (address.getPort() < 0 ? usual : address.getPort());
  }

  private URI address(ModelReference.Hub reference, String commit, String file) {
    return URI.create(
        settings.endpoint() + '/' + reference.repository() + "/resolve/" + commit + '/' + file);
  }

  private static Listing read(String place, byte[] body) {
    try {
      JsonNode root = JsonMapper.shared().readTree(body);
      String commit = root.path("sha").asString("");
      var files = new TreeSet<String>();
      root.path("siblings").forEach(file -> files.add(file.path("rfilename").asString("")));
      if (HubCache.isCommit(commit)) {
        return new Listing(commit, files);
      }
    } catch (JacksonException e) {
      // It is refused below.
    }
    throw notAHub(place, "its answer names no commit");
  }

  private static EthogramException notAHub(String place, String problem) {
    return new EthogramException(
        ErrorCode.WORK_FAILED, place, problem, "Check that HF_ENDPOINT is a Hugging Face hub");
  }
}
