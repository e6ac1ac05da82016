package org.ethogram.models.anthropic;

import java.util.Optional;
import org.ethogram.models.Usage;
import org.ethogram.models.remote.ReplyReader;
import tools.jackson.databind.JsonNode;

/** Replies of the Messages interface. */
final class MessageReader implements ReplyReader {
  @Override
  public Optional<String> problem(JsonNode reply) {
    if (!reply.path("content").isArray()) {
      return Optional.of("it holds no content");
    }
    return reply.path("stop_reason").isString()
        ? Optional.empty()
        : Optional.of("it does not say why it ended");
  }

  /** The provider counts tokens that it wrote to or read from its cache apart. */
  @Override
  public Optional<Usage> usage(JsonNode reply) {
    JsonNode usage = reply.path("usage");
    if (!usage.path("input_tokens").isInt()) {
      return Optional.empty();
    }
    int read = usage.path("cache_read_input_tokens").asInt(0);
    int written = usage.path("cache_creation_input_tokens").asInt(0);
    return Optional.of(
        new Usage(
            usage.path("input_tokens").asInt() + read + written,
            read,
            usage.path("output_tokens").asInt(0)));
  }
}
