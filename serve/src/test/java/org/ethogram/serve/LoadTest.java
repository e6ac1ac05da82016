package org.ethogram.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.core.http.StreamResponse;
import com.openai.models.completions.Completion;
import com.openai.models.completions.CompletionCreateParams;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.models.CompletionListener;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTest {
  private static final String BODY = "{\"model\": \"gated\", \"prompt\": \"an oak\", \"n\": 1}";

  @Test
  void sixtyFourClientsAtOnceEachGetTheirOwnAnswer() throws Exception {
    StoryModel story = new StoryModel("story");
    try (Served served = Served.of(ServerOptions.LOOPBACK, story);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> told = new ArrayList<>();
      for (int client = 0; client < 64; client++) {
        long seed = client;
        told.add(
            threads.submit(
                () ->
                    served
                        .client
                        .completions()
                        .create(asked("story").seed(seed).build())
                        .choices()
                        .getFirst()
                        .text()));
      }
      for (int client = 0; client < 64; client++) {
        var local =
            story.complete(
                new CompletionRequest(
                    Prompt.of("an oak"),
                    8,
                    Sampling.atTemperature(1),
                    List.of(),
                    new Seed(client)));
        assertThat(told.get(client).get()).isEqualTo(local.text());
      }
      for (int client = 0; client < 64; client++) {
        assertThat(served.log.take().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void moreRequestsThanItTakesAreToldToComeAgain() throws Exception {
    GatedModel gated = new GatedModel();
    try (Served served = Served.of(ServerOptions.LOOPBACK.withRequests(1), gated);
        Socket first = Wire.open(served, Wire.completion(BODY))) {
      gated.inside.take();
      var second = served.post("/v1/completions", BODY);
      assertThat(second.statusCode()).isEqualTo(429);
      assertThat(second.headers().firstValue("Retry-After")).contains("1");
      assertThat(Served.error(second).path("code").asString()).isEqualTo("rate_limit_exceeded");
      gated.gate.countDown();
      assertThat(read(first)).startsWith("HTTP/1.1 200");
    }
  }

  /** Whole or streamed, one choice or several, before its first piece is written. */
  @ParameterizedTest
  @ValueSource(strings = {"\"n\": 1", "\"n\": 3", "\"stream\": true", "\"n\": 3, \"stream\": true"})
  void aClientThatGoesAwayFreesTheModel(String how) throws Exception {
    GatedModel gated = new GatedModel();
    try (Served served = Served.of(ServerOptions.LOOPBACK, gated)) {
      try (Socket _ = Wire.open(served, Wire.completion(BODY.replace("\"n\": 1", how)))) {
        gated.inside.take();
      }
      assertThat(gated.interrupted.take()).isTrue();
      assertThat(served.log.take().status()).isEqualTo(AnsweredRequest.CLIENT_GONE);
      assertThat(served.failures).isEmpty();
    }
  }

  @Test
  void aStreamThatIsCancelledFreesTheModel() throws Exception {
    GatedModel gated = new GatedModel();
    try (Served served = Served.of(ServerOptions.LOOPBACK, gated)) {
      gated.first = " oak";
      try (StreamResponse<Completion> stream =
          served.client.completions().createStreaming(asked("gated").build())) {
        assertThat(stream.stream().findFirst().orElseThrow().choices().getFirst().text())
            .isEqualTo(" oak");
      }
      assertThat(gated.interrupted.take()).isTrue();
      assertThat(served.log.take().status()).isEqualTo(AnsweredRequest.CLIENT_GONE);
    }
  }

  /** What a client sends ahead, while it is answered, is answered next. */
  @Test
  void requestsSentAheadAreAnsweredInTurn() throws Exception {
    GatedModel gated = new GatedModel();
    try (Served served = Served.of(ServerOptions.LOOPBACK, gated);
        Socket socket = Wire.open(served, Wire.completion(BODY))) {
      gated.inside.take();
      String next = "GET /v1/models HTTP/1.1\r\nHost: localhost\r\n\r\n";
      String last = "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write((next + last).getBytes(ISO_8859_1));
      gated.gate.countDown();
      String all = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      assertThat(all.split("HTTP/1.1 200", -1)).hasSize(4);
      assertThat(all).contains("text_completion").contains("\"list\"").endsWith("\"ok\"}");
    }
  }

  @Test
  void stoppingFinishesWhatIsInFlightAndTakesNoMore() throws Exception {
    GatedModel gated = new GatedModel();
    Served served = Served.of(ServerOptions.LOOPBACK, gated);
    try (Socket waiting = Wire.open(served, Wire.completion(BODY));
        Socket idle = Wire.open(served, "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(read(idle)).startsWith("HTTP/1.1 200");
      gated.inside.take();
      Future<?> closing = threads.submit(served.server::close);
      boolean refused = false;
      while (!refused) {
        try (Socket _ =
            new Socket(InetAddress.getLoopbackAddress(), served.server.address().getPort())) {
          Thread.onSpinWait();
        } catch (IOException e) {
          refused = true;
        }
      }
      assertThat(closing).isNotDone();
      gated.gate.countDown();
      assertThat(read(waiting)).startsWith("HTTP/1.1 200");
      closing.get();
      assertThat(served.log.take().path()).isEqualTo("/v1/completions");
      assertThat(served.log).isEmpty();
    }
    assertThatThrownBy(() -> served.post("/v1/completions", BODY)).isInstanceOf(IOException.class);
    served.close();
  }

  private static String read(Socket socket) throws IOException {
    byte[] bytes = new byte[4096];
    int read = socket.getInputStream().read(bytes);
    return new String(bytes, 0, Math.max(read, 0), ISO_8859_1);
  }

  private static CompletionCreateParams.Builder asked(String model) {
    return CompletionCreateParams.builder().model(model).prompt("an oak").maxTokens(8);
  }

  /** Computes for ever, until its gate is opened or it is interrupted. */
  private static final class GatedModel extends StoryModel {
    private final LinkedBlockingQueue<Boolean> inside = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Boolean> interrupted = new LinkedBlockingQueue<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private volatile String first = "";

    private GatedModel() {
      super("gated");
    }

    @Override
    public org.ethogram.models.Completion complete(
        CompletionRequest request, CompletionListener listener) {
      inside.add(true);
      try {
        if (!first.isEmpty()) {
          listener.wrote(first, List.of());
        }
        gate.await();
      } catch (InterruptedException e) {
        interrupted.add(true);
        throw new EthogramException(ErrorCode.INTERRUPTED, "gated", "interrupted", "Ask again", e);
      }
      return super.complete(request, listener);
    }
  }
}
