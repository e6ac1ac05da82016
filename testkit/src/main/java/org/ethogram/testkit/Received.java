package org.ethogram.testkit;

import java.util.Map;

/**
 * A request as it arrived.
 *
 * @param index how many came before it
 * @param headers by name in lower case
 */
public record Received(
    int index, String method, String path, Map<String, String> headers, String body) {
  public Received {
    headers = Map.copyOf(headers);
  }
}
