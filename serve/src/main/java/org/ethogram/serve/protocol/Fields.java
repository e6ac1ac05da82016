package org.ethogram.serve.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a request. One that is null counts as absent. */
final class Fields {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode root;

  private Fields(JsonNode root) {
    this.root = root;
  }

  static Fields parse(byte[] body) {
    JsonNode root;
    try {
      root = STRICT.readTree(body);
    } catch (JacksonException e) {
      throw ApiError.malformed(e.getOriginalMessage());
    }
    if (!root.isObject()) {
      throw ApiError.malformed("an object was expected");
    }
    return new Fields(root);
  }

  static Fields of(JsonNode object) {
    return new Fields(object);
  }

  List<String> names() {
    return List.copyOf(root.propertyNames());
  }

  Optional<JsonNode> field(String name) {
    JsonNode value = root.path(name);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  Optional<String> text(String name) {
    return field(name)
        .map(
            value -> {
              require(value.isString(), name, "a string", value);
              return value.asString();
            });
  }

  boolean flag(String name) {
    return field(name)
        .map(
            value -> {
              require(value.isBoolean(), name, "true or false", value);
              return value.asBoolean();
            })
        .orElse(false);
  }

  int integer(String name, int fallback, int lowest, int highest) {
    return field(name)
        .map(
            value -> {
              require(
                  value.canConvertToInt()
                      && value.isIntegralNumber()
                      && value.asInt() >= lowest
                      && value.asInt() <= highest,
                  name,
                  highest == Integer.MAX_VALUE
                      ? "a whole number of at least " + lowest
                      : "a whole number from " + lowest + " to " + highest,
                  value);
              return value.asInt();
            })
        .orElse(fallback);
  }

  OptionalLong wholeNumber(String name) {
    return field(name)
        .map(
            value -> {
              require(
                  value.isIntegralNumber() && value.canConvertToLong(),
                  name,
                  "a whole number of 64 bits",
                  value);
              return OptionalLong.of(value.asLong());
            })
        .orElse(OptionalLong.empty());
  }

  double number(String name, double fallback) {
    return field(name)
        .map(
            value -> {
              require(value.isNumber(), name, "a number", value);
              return value.asDouble();
            })
        .orElse(fallback);
  }

  /** A string or a list of strings. */
  List<String> texts(String name) {
    return field(name)
        .map(
            value -> {
              if (value.isString()) {
                return List.of(value.asString());
              }
              require(value.isArray(), name, "a string or a list of strings", value);
              List<String> texts = new ArrayList<>();
              for (JsonNode one : value) {
                require(one.isString(), name, "a string or a list of strings", value);
                texts.add(one.asString());
              }
              return texts;
            })
        .orElse(List.of());
  }

  static void require(boolean holds, String name, String expected, JsonNode value) {
    if (!holds) {
      throw ApiError.invalid(name, "'" + name + "' must be " + expected + ", not " + brief(value));
    }
  }

  private static String brief(JsonNode value) {
    String text = value.toString();
    return (text.length() <= 40 ? text : text.substring(0, 40) + "...") + ".";
  }
}
