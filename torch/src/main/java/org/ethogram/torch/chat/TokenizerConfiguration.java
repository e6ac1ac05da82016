package org.ethogram.torch.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code tokenizer_config.json} of a folder.
 *
 * @param older {@code special_tokens_map.json}, where older folders name their special tokens
 */
record TokenizerConfiguration(Path file, JsonNode root, JsonNode older) {
  private static final String FILE = "tokenizer_config.json";
  private static final String OLDER = "special_tokens_map.json";
  private static final String SUFFIX = "_token";
  private static final String ADDITIONAL = "additional_special_tokens";

  static TokenizerConfiguration read(Path folder) {
    return new TokenizerConfiguration(
        folder.resolve(FILE), object(folder.resolve(FILE)), object(folder.resolve(OLDER)));
  }

  /** Templates by name; a template without a name is the default. */
  SequencedMap<String, String> templates() {
    SequencedMap<String, String> templates = new LinkedHashMap<>();
    JsonNode value = root.path("chat_template");
    if (value.isString()) {
      templates.put("default", value.asString());
    } else if (value.isArray()) {
      for (JsonNode one : value) {
        templates.put(text(one, "name"), text(one, "template"));
      }
    } else if (!value.isMissingNode() && !value.isNull()) {
      throw invalid(file, "chat_template is neither a text nor a list of named texts");
    }
    return templates;
  }

  /** The texts of the special tokens by the names under which a template may ask for them. */
  Map<String, Object> specialTokens() {
    Map<String, Object> tokens = new HashMap<>();
    for (JsonNode source : List.of(older, root)) {
      source
          .properties()
          .forEach(
              field -> {
                if (field.getKey().endsWith(SUFFIX)) {
                  content(field.getValue()).ifPresent(text -> tokens.put(field.getKey(), text));
                }
              });
      List<Object> additional = new ArrayList<>();
      source.path(ADDITIONAL).forEach(token -> content(token).ifPresent(additional::add));
      if (!additional.isEmpty()) {
        tokens.put(ADDITIONAL, List.copyOf(additional));
      }
    }
    return tokens;
  }

  private String text(JsonNode template, String field) {
    JsonNode value = template.path(field);
    if (!value.isString()) {
      throw invalid(file, "a template in chat_template has no text called '" + field + "'");
    }
    return value.asString();
  }

  /** A token is its text, or an object that holds it. */
  private static Optional<String> content(JsonNode token) {
    JsonNode text = token.isObject() ? token.path("content") : token;
    return text.isString() ? Optional.of(text.asString()) : Optional.empty();
  }

  /** The file's object; an empty one where there is no file. */
  private static JsonNode object(Path file) {
    if (!Files.exists(file)) {
      return JsonMapper.shared().createObjectNode();
    }
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(Files.readString(file));
    } catch (JacksonException e) {
      throw invalid(file, "it is not JSON (" + e.getOriginalMessage() + ")");
    } catch (IOException e) {
      throw invalid(file, "it cannot be read as text");
    }
    if (!root.isObject()) {
      throw invalid(file, "it is not a JSON object");
    }
    return root;
  }

  private static EthogramException invalid(Path file, String problem) {
    return new EthogramException(
        ErrorCode.INVALID_MODEL,
        file.toString(),
        problem,
        "Use a complete Hugging Face model folder");
  }
}
