package org.ethogram.torch.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.StopSignal;
import org.ethogram.models.reference.ModelReference;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is asked of a hub. */
final class HubClient implements AutoCloseable {
  private final HubSettings settings;
  private final Retries retries;
  private final StopSignal stop;
  private final HubTransport transport;

  HubClient(HubSettings settings, Retries retries, StopSignal stop) {
    this.settings = settings;
    this.retries = retries;
    this.stop = stop;
    this.transport = new HubTransport(settings, retries.stall());
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
                  transport.get(address, 0, HttpResponse.BodyHandlers.ofByteArray());
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
              Reply<Void> answer = transport.head(address(reference, commit, file));
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
        transport.get(
            address(reference, commit, file.name()),
            from,
            HttpResponse.BodyHandlers.ofInputStream());
    if (reply.succeeded() || reply.status() == Reply.RANGE_NOT_SATISFIABLE) {
      return reply;
    }
    reply.body().close();
    requirePassed(reply);
    if (!transport.isHub(reply.address())) {
      throw new IOException("the host of the file answers with status " + reply.status());
    }
    throw Refusal.of(settings, reference, reference + ", " + file.name(), reply);
  }

  @Override
  public void close() {
    transport.close();
  }

  private void requirePassed(Reply<?> reply) throws IOException {
    if (reply.mayPass()) {
      throw new Retries.Passing(
          "status " + reply.status() + Refusal.said(settings, reply), reply.asked());
    }
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
