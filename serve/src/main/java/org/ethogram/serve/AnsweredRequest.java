package org.ethogram.serve;

import org.ethogram.models.Usage;

/**
 * What a log may hold of a request: no prompts, no answers, no keys.
 *
 * @param model one of the server's names; empty where none was asked
 * @param status of HTTP; 499 where the client went away before its answer
 */
public record AnsweredRequest(
    String method, String path, String model, int status, Usage usage, double seconds) {
  /** The status that servers log for a client that went away. */
  public static final int CLIENT_GONE = 499;
}
