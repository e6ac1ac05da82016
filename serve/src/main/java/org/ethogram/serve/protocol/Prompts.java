package org.ethogram.serve.protocol;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.models.Prompt;
import tools.jackson.databind.JsonNode;

/** The prompts of completions: texts, or the numbers of tokens. */
final class Prompts {
  private static final String NAME = "prompt";
  private static final String KINDS =
      "a string, a list of strings, a list of the numbers of tokens or a list of such lists";

  private Prompts() {}

  static List<Prompt> read(Fields fields) {
    JsonNode prompt =
        fields
            .field(NAME)
            .orElseThrow(() -> ApiError.invalid(NAME, "'" + NAME + "' is needed: " + KINDS + "."));
    if (prompt.isString()) {
      return List.of(Prompt.of(prompt.asString()));
    }
    Fields.require(prompt.isArray(), NAME, KINDS, prompt);
    if (prompt.isEmpty()) {
      throw ApiError.invalid(NAME, "'" + NAME + "' must not be an empty list.");
    }
    if (prompt.path(0).isNumber()) {
      return List.of(tokens(prompt));
    }
    List<Prompt> prompts = new ArrayList<>();
    boolean texts = prompt.path(0).isString();
    for (JsonNode one : prompt) {
      Fields.require(texts ? one.isString() : one.isArray(), NAME, KINDS, prompt);
      prompts.add(texts ? Prompt.of(one.asString()) : tokens(one));
    }
    return prompts;
  }

  private static Prompt tokens(JsonNode list) {
    if (list.isEmpty()) {
      throw ApiError.invalid(NAME, "'" + NAME + "' must not hold an empty list of tokens.");
    }
    List<Integer> tokens = new ArrayList<>(list.size());
    for (JsonNode token : list) {
      Fields.require(
          token.isIntegralNumber() && token.canConvertToInt() && token.asInt() >= 0,
          NAME,
          "numbers of tokens from 0 on where it holds a number",
          token);
      tokens.add(token.asInt());
    }
    return new Prompt.Tokens(tokens);
  }
}
