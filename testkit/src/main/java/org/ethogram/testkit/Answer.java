package org.ethogram.testkit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the {@link FakeProvider} does with one request. */
public sealed interface Answer {
  String EVENTS = "text/event-stream";

  /** A whole reply. */
  record Reply(int status, String contentType, Map<String, String> headers, String body)
      implements Answer {
    public Reply {
      headers = Map.copyOf(headers);
    }
  }

  /** A reply that announces its whole length, sends {@code bytes} of it and closes. */
  record Cut(String contentType, String body, int bytes) implements Answer {
    public Cut(String body, int bytes) {
      this("application/json", body, bytes);
    }
  }

  /** Events of which the rest is held back until somebody lets it go. */
  record Held(String first, CountDownLatch until, String rest) implements Answer {}

  /** A reply whose bytes come one at a time with a pause before each. */
  record Trickle(String body, Duration pause) implements Answer {}

  /** Bytes that need not be what they are announced to be. */
  final class Bytes implements Answer {
    private final int status;
    private final Map<String, String> headers;
    private final long announced;
    private final byte[] sent;
    private final boolean stays;

    /**
     * @param announced in Content-Length
     * @param sent in truth
     * @param stays whether the connection may serve another request: false where less is sent than
     *     was announced
     */
    public Bytes(
        int status, Map<String, String> headers, long announced, byte[] sent, boolean stays) {
      this.status = status;
      this.headers = Map.copyOf(headers);
      this.announced = announced;
      this.sent = sent.clone();
      this.stays = stays;
    }

    public int status() {
      return status;
    }

    public Map<String, String> headers() {
      return headers;
    }

    public long announced() {
      return announced;
    }

    public byte[] sent() {
      return sent.clone();
    }

    public boolean stays() {
      return stays;
    }
  }

  /** A connection that is reset without a word. */
  record Reset() implements Answer {}

  /** No answer, for as long as the client waits. */
  record Silence() implements Answer {}

  static Answer json(String body) {
    return new Reply(200, "application/json", Map.of(), body);
  }

  /** Server-sent events, each with this data. */
  static Answer events(String... data) {
    return new Reply(200, EVENTS, Map.of(), stream(data));
  }

  /** Events that end after so many bytes, although more were announced. */
  static Answer cutEvents(int bytes, String... data) {
    return new Cut(EVENTS, stream(data), bytes);
  }

  /** The text of server-sent events. */
  static String stream(String... data) {
    return Stream.of(data).map(one -> "data: " + one + "\n\n").collect(Collectors.joining());
  }

  static Answer status(int status, String body) {
    return new Reply(status, "application/json", Map.of(), body);
  }

  static Answer retryAfter(int status, String after) {
    return new Reply(status, "application/json", Map.of("Retry-After", after), "{}");
  }
}
