package org.ethogram.models.remote;

import java.util.Locale;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a refusal that is final means to the user. */
final class Refusal {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_TEXT = 300;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private Refusal() {}

  /** A quota that is used up comes with the status of a rate limit, but waiting does not help. */
  static boolean quotaUsedUp(RemoteReply reply) {
    return reply.text().contains("insufficient_quota");
  }

  static String text(RemoteReply reply) {
    String said = message(reply).orElseGet(reply::text).replaceAll("\\p{Cntrl}+", " ").strip();
    String shown = said.length() > LONGEST_TEXT ? said.substring(0, LONGEST_TEXT) + " ..." : said;
    return "status " + reply.status() + (shown.isEmpty() ? "" : ", " + shown);
  }

  static EthogramException exception(
      RemoteCall call, RemoteReply reply, Optional<Authorization> authorization) {
    String place = call.endpoint().place();
    String text = text(reply);
    if (quotaUsedUp(reply)) {
      return new EthogramException(
          ErrorCode.LIMIT_REACHED,
          place,
          "the account's quota is used up: " + text,
          "Raise the quota and run the same command again: what was answered is kept");
    }
    if (overflows(text)) {
      return new EthogramException(
          ErrorCode.CONTEXT_OVERFLOW,
          place,
          text,
          "Shorten the prompt or allow fewer tokens: nothing is ever truncated");
    }
    return switch (reply.status()) {
      case UNAUTHORIZED, FORBIDDEN ->
          new EthogramException(
              ErrorCode.CONFIGURATION,
              place,
              authorization
                      .map(key -> "the key in " + key.secret().variable() + " is refused: ")
                      .orElse("a key is asked for and none is set: ")
                  + text,
              "Set a key that may use this model in the environment");
      case NOT_FOUND ->
          new EthogramException(
              ErrorCode.CONFIGURATION,
              place,
              text,
              "Check the model's name and the endpoint, which often ends in /v1");
      default ->
          new EthogramException(
              ErrorCode.WORK_FAILED, place, text, "Change what the provider names");
    };
  }

  private static boolean overflows(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("context length")
        || lower.contains("context_length")
        || lower.contains("context size")
        || lower.contains("prompt is too long");
  }

  private static Optional<String> message(RemoteReply reply) {
    try {
      JsonNode error = JSON.readTree(reply.body()).path("error");
      return Optional.ofNullable(error.isString() ? error.stringValue() : null)
          .or(() -> error.path("message").stringValueOpt());
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
