package org.ethogram.models.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Optional;

/** What came back, whole. */
final class RemoteReply {
  private final int status;
  private final String contentType;
  private final Optional<Duration> retryAfter;
  private final byte[] body;

  RemoteReply(int status, String contentType, Optional<Duration> retryAfter, byte[] body) {
    this.status = status;
    this.contentType = contentType;
    this.retryAfter = retryAfter;
    this.body = body;
  }

  int status() {
    return status;
  }

  String contentType() {
    return contentType;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  byte[] body() {
    return body;
  }

  String text() {
    return new String(body, UTF_8);
  }
}
