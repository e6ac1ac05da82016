package org.ethogram.models.openai;

import com.openai.core.RequestOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.ethogram.models.remote.Dispatcher;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.RemoteCall;
import org.ethogram.models.remote.ReplyReader;

/** What the SDK sends goes through the dispatcher; of the SDK's own headers nothing is sent. */
final class SdkTransport implements HttpClient {
  /** Headers that say what the body does not, and stay here. */
  static final String REPEAT = "ethogram-repeat";

  static final String MAXIMUM_TOKENS = "ethogram-maximum-tokens";

  private final Dispatcher dispatcher;
  private final Endpoint endpoint;
  private final ReplyReader reader;

  SdkTransport(Dispatcher dispatcher, Endpoint endpoint, ReplyReader reader) {
    this.dispatcher = dispatcher;
    this.endpoint = endpoint;
    this.reader = reader;
  }

  @Override
  public HttpResponse execute(HttpRequest request, RequestOptions options) {
    Headers headers = request.headers();
    var call =
        new RemoteCall(
            endpoint,
            endpoint.address() + "/" + String.join("/", request.pathSegments()),
            Map.of(),
            text(request.body()),
            Integer.parseInt(only(headers.values(MAXIMUM_TOKENS))),
            Long.parseLong(only(headers.values(REPEAT))));
    return new Reply(dispatcher.send(call, reader));
  }

  @Override
  public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
    throw new UnsupportedOperationException("calls block");
  }

  @Override
  public void close() {}

  private static String only(List<String> values) {
    return values.getFirst();
  }

  private static String text(HttpRequestBody body) {
    var bytes = new ByteArrayOutputStream();
    body.writeTo(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** An answer as the SDK reads it. */
  private static final class Reply implements HttpResponse {
    private final byte[] body;

    private Reply(byte[] body) {
      this.body = body;
    }

    @Override
    public int statusCode() {
      return 200;
    }

    @Override
    public Headers headers() {
      return Headers.builder().put("Content-Type", "application/json").build();
    }

    @Override
    public InputStream body() {
      return new ByteArrayInputStream(body);
    }

    @Override
    public void close() {}
  }
}
