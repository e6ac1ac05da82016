package org.ethogram.serve.protocol;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.models.Prompt.Message;
import org.ethogram.models.Prompt.Role;
import tools.jackson.databind.JsonNode;

/** The turns of a conversation. */
final class Messages {
  private Messages() {}

  static List<Message> read(Fields fields) {
    JsonNode list =
        fields
            .field("messages")
            .orElseThrow(
                () -> ApiError.invalid("messages", "'messages' is needed: a list of messages."));
    Fields.require(list.isArray() && !list.isEmpty(), "messages", "a list of messages", list);
    List<Message> messages = new ArrayList<>();
    for (JsonNode message : list) {
      messages.add(message("messages[" + messages.size() + "]", message));
    }
    return messages;
  }

  private static Message message(String place, JsonNode message) {
    Fields.require(message.isObject(), place, "an object with role and content", message);
    Fields fields = Fields.of(message);
    KnownFields.OF_MESSAGE.check(fields);
    return new Message(role(place + ".role", message.path("role")), content(place, message));
  }

  /** A developer is what newer models call the system. */
  private static Role role(String place, JsonNode role) {
    Fields.require(role.isString(), place, "a string", role);
    return switch (role.asString()) {
      case "system", "developer" -> Role.SYSTEM;
      case "user" -> Role.USER;
      case "assistant" -> Role.ASSISTANT;
      default ->
          throw ApiError.invalid(
              place, "'" + place + "' must be system, developer, user or assistant, not " + role);
    };
  }

  private static String content(String place, JsonNode message) {
    JsonNode content = message.path("content");
    String name = place + ".content";
    if (content.isString()) {
      return content.asString();
    }
    Fields.require(content.isArray(), name, "a string or a list of text parts", content);
    StringBuilder text = new StringBuilder();
    for (JsonNode part : content) {
      boolean written = "text".equals(part.path("type").asString(""));
      Fields.require(
          written && part.path("text").isString(), name, "text: no other kind is read", part);
      text.append(part.path("text").asString());
    }
    return text.toString();
  }
}
