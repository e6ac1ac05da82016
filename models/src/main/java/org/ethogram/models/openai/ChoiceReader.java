package org.ethogram.models.openai;

import java.util.Optional;
import org.ethogram.models.Usage;
import org.ethogram.models.remote.ReplyReader;
import tools.jackson.databind.JsonNode;

/** Replies with {@code choices}, as completions and chat have them. */
final class ChoiceReader implements ReplyReader {
  @Override
  public Optional<String> problem(JsonNode reply) {
    JsonNode choice = reply.path("choices").path(0);
    boolean text = choice.path("text").isString();
    JsonNode message = choice.path("message");
    boolean chat = message.path("content").isString() || message.path("refusal").isString();
    if (!text && !chat) {
      return Optional.of("it holds no choice with a text");
    }
    return choice.path("finish_reason").isString()
        ? Optional.empty()
        : Optional.of("it does not say why it ended");
  }

  @Override
  public Optional<Usage> usage(JsonNode reply) {
    JsonNode usage = reply.path("usage");
    if (!usage.path("prompt_tokens").isInt()) {
      return Optional.empty();
    }
    return Optional.of(
        new Usage(
            usage.path("prompt_tokens").asInt(),
            usage.path("prompt_tokens_details").path("cached_tokens").asInt(0),
            usage.path("completion_tokens").asInt(0)));
  }
}
