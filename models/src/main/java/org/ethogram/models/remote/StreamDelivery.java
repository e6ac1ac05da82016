package org.ethogram.models.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.function.Supplier;
import org.ethogram.models.CompletionListener;
import tools.jackson.databind.json.JsonMapper;

/** A reply that comes in server-sent events, of which a listener is told at once. */
final class StreamDelivery implements Delivery {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The last event of OpenAI's interface, which is no JSON. */
  private static final String DONE = "[DONE]";

  private final Transport transport;
  private final Supplier<StreamAssembler> assembling;
  private final CompletionListener listener;
  private boolean told;

  StreamDelivery(
      Transport transport, Supplier<StreamAssembler> assembling, CompletionListener listener) {
    this.transport = transport;
    this.assembling = assembling;
    this.listener = listener;
  }

  @Override
  public RemoteReply send(RemoteCall call) throws IOException, InterruptedException {
    StreamAssembler assembler = assembling.get();
    return transport.stream(call, data -> take(data, assembler));
  }

  @Override
  public boolean reads(String contentType) {
    return contentType.contains("event-stream") || contentType.contains("json");
  }

  /** A server that does not stream answers with the document itself. */
  @Override
  public byte[] document(byte[] body) {
    if (isDocument(body)) {
      return body;
    }
    StreamAssembler assembler = assembling.get();
    var events =
        new Events(
            line -> line,
            data -> {
              if (!data.equals(DONE)) {
                assembler.event(JSON.readTree(data));
              }
            });
    events.take(body);
    return assembler.reply().toString().getBytes(UTF_8);
  }

  @Override
  public boolean told() {
    return told;
  }

  /** Tells the listener of a stream that was not heard while it came. */
  void replay(byte[] body) {
    if (!told && !isDocument(body)) {
      StreamAssembler assembler = assembling.get();
      new Events(line -> line, data -> take(data, assembler)).take(body);
    }
  }

  private void take(String data, StreamAssembler assembler) {
    if (!data.equals(DONE)) {
      assembler
          .event(JSON.readTree(data))
          .filter(piece -> !piece.text().isEmpty() || !piece.tokens().isEmpty())
          .ifPresent(
              piece -> {
                told = true;
                listener.wrote(piece.text(), piece.tokens());
              });
    }
  }

  private static boolean isDocument(byte[] body) {
    return new String(body, UTF_8).stripLeading().startsWith("{");
  }
}
