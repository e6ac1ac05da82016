package org.ethogram.models.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.TokenLogProbability.Alternative;
import org.ethogram.models.remote.StreamAssembler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Chunks of completions and of chat; an error in the stream leaves the reply without an end. */
final class ChunkAssembler implements StreamAssembler {
  private static final String CHOICES = "choices";
  private static final String LOGPROBS = "logprobs";

  private final ObjectNode reply = JsonMapper.shared().createObjectNode();
  private final ObjectNode choice = JsonMapper.shared().createObjectNode();
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder refusal = new StringBuilder();
  private final int alternatives;
  private boolean chat;

  /**
   * @param alternatives how many of the most probable tokens are told with each token
   */
  ChunkAssembler(int alternatives) {
    this.alternatives = alternatives;
  }

  @Override
  public Optional<Piece> event(JsonNode event) {
    event
        .properties()
        .forEach(
            field -> {
              if (!field.getKey().equals(CHOICES) && !field.getValue().isNull()) {
                reply.set(field.getKey(), field.getValue());
              }
            });
    return event.path(CHOICES).isEmpty()
        ? Optional.empty()
        : Optional.of(part(event.path(CHOICES).path(0)));
  }

  private Piece part(JsonNode part) {
    chat |= part.has("delta");
    JsonNode delta = part.path("delta");
    String written = chat ? delta.path("content").asString("") : part.path("text").asString("");
    text.append(written);
    if (text.isEmpty()) {
      written = delta.path("refusal").asString("");
      refusal.append(written);
    }
    if (part.path("finish_reason").isString()) {
      choice.set("finish_reason", part.path("finish_reason"));
    }
    return new Piece(
        written, chat ? chatTokens(part.path(LOGPROBS)) : textTokens(part.path(LOGPROBS)));
  }

  @Override
  public JsonNode reply() {
    choice.put("index", 0);
    if (!choice.has(LOGPROBS)) {
      choice.putNull(LOGPROBS);
    }
    if (chat) {
      ObjectNode message = choice.putObject("message").put("role", "assistant");
      if (refusal.isEmpty() || !text.isEmpty()) {
        message.put("content", text.toString()).putNull("refusal");
      } else {
        message.put("refusal", refusal.toString()).putNull("content");
      }
    } else {
      choice.put("text", text.toString());
    }
    reply.put("object", chat ? "chat.completion" : "text_completion");
    reply.putArray(CHOICES).add(choice);
    return reply;
  }

  private List<TokenLogProbability> chatTokens(JsonNode found) {
    List<TokenLogProbability> tokens = new ArrayList<>();
    for (JsonNode token : found.path("content")) {
      list("content").add(token);
      tokens.add(
          token(
              token.path("token"),
              token.path("logprob"),
              Alternatives.ofChat(token, alternatives)));
    }
    return tokens;
  }

  private List<TokenLogProbability> textTokens(JsonNode found) {
    List<TokenLogProbability> tokens = new ArrayList<>();
    JsonNode values = found.path("token_logprobs");
    for (int i = 0; i < Math.min(found.path("tokens").size(), values.size()); i++) {
      list("tokens").add(found.path("tokens").path(i));
      list("token_logprobs").add(values.path(i));
      JsonNode others = found.path("top_logprobs").path(i);
      if (alternatives > 0) {
        list("top_logprobs").add(others.isMissingNode() ? NullNode.instance : others);
      }
      tokens.add(
          token(
              found.path("tokens").path(i),
              values.path(i),
              Alternatives.ofCompletion(others, alternatives)));
    }
    return tokens;
  }

  private ArrayNode list(String name) {
    return choice.withObject("/" + LOGPROBS).withArray("/" + name);
  }

  private static TokenLogProbability token(
      JsonNode text, JsonNode value, List<Alternative> others) {
    return new TokenLogProbability(text.asString(""), Math.min(0, value.asDouble(0)), others);
  }
}
