package org.ethogram.models.anthropic;

import com.anthropic.core.RequestOptions;
import com.anthropic.core.http.Headers;
import com.anthropic.core.http.HttpClient;
import com.anthropic.core.http.HttpRequest;
import com.anthropic.core.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import org.ethogram.models.remote.SdkCalls;

/** The SDK's way out. */
record SdkTransport(SdkCalls calls) implements HttpClient {
  @Override
  public HttpResponse execute(HttpRequest request, RequestOptions options) {
    return new Reply(
        calls.send(
            request.pathSegments(),
            name -> request.headers().values(name).getFirst(),
            request.body().orElseThrow()::writeTo));
  }

  @Override
  public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
    throw new UnsupportedOperationException("calls block");
  }

  @Override
  public void close() {}

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
