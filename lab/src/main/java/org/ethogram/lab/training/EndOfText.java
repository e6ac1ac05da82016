package org.ethogram.lab.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The token that ends a text, as far as the files of a tokenizer without a model tell. */
final class EndOfText {
  private static final List<String> USUAL =
      List.of("<|endoftext|>", "</s>", "<|end_of_text|>", "<eos>");

  private EndOfText() {}

  /**
   * @param file a {@code tokenizer.json}; {@code tokenizer_config.json} beside it is preferred
   */
  static OptionalInt of(Path file) {
    JsonNode added = read(file).path("added_tokens");
    JsonNode named = read(file.resolveSibling("tokenizer_config.json")).path("eos_token");
    String name = named.isObject() ? named.path("content").asString("") : named.asString("");
    return name.isEmpty()
        ? USUAL.stream()
            .map(usual -> token(added, usual))
            .filter(OptionalInt::isPresent)
            .findFirst()
            .orElse(OptionalInt.empty())
        : token(added, name);
  }

  private static OptionalInt token(JsonNode added, String content) {
    for (JsonNode token : added) {
      if (Objects.equals(token.path("content").asString(""), content)) {
        return OptionalInt.of(token.path("id").asInt());
      }
    }
    return OptionalInt.empty();
  }

  private static JsonNode read(Path file) {
    try {
      return Files.exists(file)
          ? JsonMapper.shared().readTree(Files.readString(file))
          : JsonMapper.shared().createObjectNode();
    } catch (IOException | JacksonException e) {
      return JsonMapper.shared().createObjectNode();
    }
  }
}
