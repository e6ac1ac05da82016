package org.ethogram.testkit;

import java.time.Duration;
import java.util.Map;

/** What the {@link FakeProvider} does with one request. */
public sealed interface Answer {
  /** A whole reply. */
  record Reply(int status, String contentType, Map<String, String> headers, String body)
      implements Answer {
    public Reply {
      headers = Map.copyOf(headers);
    }
  }

  /** A reply that announces its whole length, sends {@code bytes} of it and closes. */
  record Cut(String body, int bytes) implements Answer {}

  /** A reply whose bytes come one at a time with a pause before each. */
  record Trickle(String body, Duration pause) implements Answer {}

  /** A connection that is reset without a word. */
  record Reset() implements Answer {}

  /** No answer, for as long as the client waits. */
  record Silence() implements Answer {}

  static Answer json(String body) {
    return new Reply(200, "application/json", Map.of(), body);
  }

  static Answer status(int status, String body) {
    return new Reply(status, "application/json", Map.of(), body);
  }

  static Answer retryAfter(int status, String after) {
    return new Reply(status, "application/json", Map.of("Retry-After", after), "{}");
  }
}
