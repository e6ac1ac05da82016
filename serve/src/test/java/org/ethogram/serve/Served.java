package org.ethogram.serve;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.ethogram.core.Seed;
import org.ethogram.models.LanguageModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on loopback with the official client, a bare one, and a log that can be waited for. */
final class Served implements AutoCloseable {
  final BlockingQueue<AnsweredRequest> log = new LinkedBlockingQueue<>();
  final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
  final ModelServer server;
  final OpenAIClient client;
  final HttpClient bare = HttpClient.newHttpClient();

  private Served(SequencedMap<String, ServedModel> models, ServerOptions options) {
    this.server =
        ModelServer.start(
            models,
            options,
            new Seed(1),
            new ServerLog() {
              @Override
              public void answered(AnsweredRequest request) {
                log.add(request);
              }

              @Override
              public void failed(Throwable failure) {
                failures.add(failure);
              }
            });
    this.client = client("none");
  }

  static Served story() {
    return of(ServerOptions.LOOPBACK, new StoryModel("story"));
  }

  static Served of(ServerOptions options, LanguageModel... models) {
    SequencedMap<String, ServedModel> byName = new LinkedHashMap<>();
    for (LanguageModel model : List.of(models)) {
      byName.put(
          model.identity().name(),
          new ServedModel(model, java.util.OptionalInt.of(StoryModel.CONTEXT)));
    }
    return new Served(byName, options);
  }

  OpenAIClient client(String key) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(server.address() + "/v1")
        .apiKey(key)
        .maxRetries(0)
        .build();
  }

  URI at(String path) {
    return server.address().resolve(path);
  }

  HttpRequest.Builder request(String path, String body) {
    return HttpRequest.newBuilder(at(path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send(request(path, body));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return bare.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  static JsonNode error(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body()).path("error");
  }

  @Override
  public void close() {
    client.close();
    bare.close();
    server.close();
  }
}
