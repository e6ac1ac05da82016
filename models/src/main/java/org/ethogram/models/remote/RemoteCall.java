package org.ethogram.models.remote;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One request.
 *
 * @param url the whole address
 * @param headers what the interface asks for beside the key
 * @param body JSON
 * @param maximumTokens that may be written
 * @param repeat tells apart equal requests whose answers are to be drawn anew
 */
public record RemoteCall(
    Endpoint endpoint,
    String url,
    Map<String, String> headers,
    String body,
    int maximumTokens,
    long repeat) {
  public RemoteCall {
    headers = Map.copyOf(headers);
  }

  /** No fewer than the tokens of the prompt: a token is a byte at the least. */
  long promptBound() {
    return body.getBytes(StandardCharsets.UTF_8).length;
  }
}
