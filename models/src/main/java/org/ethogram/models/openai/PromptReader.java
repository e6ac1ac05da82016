package org.ethogram.models.openai;

import java.util.Optional;
import org.ethogram.models.Usage;
import org.ethogram.models.remote.ReplyReader;
import tools.jackson.databind.JsonNode;

/** Replies that are good when one path in them holds an array. */
record PromptReader(String path) implements ReplyReader {
  @Override
  public Optional<String> problem(JsonNode reply) {
    return reply.at(path).isArray() ? Optional.empty() : Optional.of("it holds no list at " + path);
  }

  /** What is not said costs nothing: reading tokens is free where it is offered. */
  @Override
  public Optional<Usage> usage(JsonNode reply) {
    return new ChoiceReader().usage(reply).or(() -> Optional.of(new Usage(0, 0, 0)));
  }
}
