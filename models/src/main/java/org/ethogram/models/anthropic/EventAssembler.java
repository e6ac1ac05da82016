package org.ethogram.models.anthropic;

import java.util.List;
import java.util.Optional;
import org.ethogram.models.remote.StreamAssembler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events of the Messages interface; an error among them leaves the reply without an end. */
final class EventAssembler implements StreamAssembler {
  private final ObjectNode reply = JsonMapper.shared().createObjectNode();
  private final StringBuilder text = new StringBuilder();

  @Override
  public Optional<Piece> event(JsonNode event) {
    switch (event.path("type").asString("")) {
      case "message_start" -> copy(event.path("message"), reply);
      case "message_delta" -> {
        copy(event.path("delta"), reply);
        copy(event.path("usage"), reply.withObject("/usage"));
      }
      case "content_block_delta" -> {
        if (event.path("delta").path("type").asString("").equals("text_delta")) {
          String written = event.path("delta").path("text").asString("");
          text.append(written);
          return Optional.of(new Piece(written, List.of()));
        }
      }
      default -> {
        // What begins and ends blocks adds nothing, nor do kinds that come later.
      }
    }
    return Optional.empty();
  }

  @Override
  public JsonNode reply() {
    reply
        .putArray("content")
        .addObject()
        .put("type", "text")
        .put("text", text.toString())
        .putNull("citations");
    return reply;
  }

  private static void copy(JsonNode from, ObjectNode into) {
    from.properties().forEach(field -> into.set(field.getKey(), field.getValue()));
  }
}
