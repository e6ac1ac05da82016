package org.ethogram.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What the {@link FakeHub} does once instead of answering rightly. */
@FunctionalInterface
public interface HubFault {
  /**
   * @param rightly the answer that would be right
   */
  Answer answer(Received request, Function<Received, Answer.Bytes> rightly);

  /** Announces everything, sends some of it and closes. */
  static HubFault cut(int bytes) {
    return (request, rightly) -> first(rightly.apply(request), bytes, false);
  }

  /** Announces everything, sends some of it and falls silent. */
  static HubFault stall(int bytes) {
    return (request, rightly) -> first(rightly.apply(request), bytes, true);
  }

  /** Another status, with an answer without content. */
  static HubFault status(int status, Map<String, String> headers) {
    return (request, rightly) -> new Answer.Bytes(status, headers, 0, new byte[0], true);
  }

  /** As many bytes, of which the last is another. */
  static HubFault otherBytes() {
    return (request, rightly) -> {
      Answer.Bytes right = rightly.apply(request);
      byte[] sent = right.sent().clone();
      sent[sent.length - 1] ^= 1;
      return new Answer.Bytes(right.status(), right.headers(), right.announced(), sent, true);
    };
  }

  /** All bytes, then one more, announced as such. */
  static HubFault oneMore() {
    return (request, rightly) -> {
      Answer.Bytes right = rightly.apply(request);
      byte[] sent = java.util.Arrays.copyOf(right.sent(), right.sent().length + 1);
      return new Answer.Bytes(right.status(), right.headers(), sent.length, sent, true);
    };
  }

  /** All bytes, whatever part was asked for. */
  static HubFault ignoredRange() {
    return (request, rightly) -> {
      Map<String, String> headers = new HashMap<>(request.headers());
      headers.remove("range");
      return rightly.apply(
          new Received(request.index(), request.method(), request.path(), headers, request.body()));
    };
  }

  private static Answer first(Answer.Bytes right, int bytes, boolean stays) {
    byte[] sent = java.util.Arrays.copyOf(right.sent(), Math.min(bytes, right.sent().length));
    return new Answer.Bytes(right.status(), right.headers(), right.announced(), sent, stays);
  }
}
