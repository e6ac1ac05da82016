package org.ethogram.models.remote;

import java.time.Duration;
import java.util.Optional;
import org.ethogram.models.Usage;

/** What became of one sending of a call. */
sealed interface Attempt {
  /** An answer that can be read. */
  record Answered(RemoteReply reply, Optional<Usage> usage) implements Attempt {}

  /** The provider said no. */
  record Refused(RemoteReply reply) implements Attempt {}

  /** Nobody knows what the provider did: no reply, half a reply, or one that is no answer. */
  record Lost(String how) implements Attempt {}

  default Optional<Duration> retryAfter() {
    return this instanceof Refused(RemoteReply reply) ? reply.retryAfter() : Optional.empty();
  }

  default String text() {
    return switch (this) {
      case Answered _ -> "answered";
      case Refused(RemoteReply reply) -> Refusal.text(reply);
      case Lost(String how) -> how;
    };
  }
}
