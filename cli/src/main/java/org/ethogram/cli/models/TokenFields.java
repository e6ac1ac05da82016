package org.ethogram.cli.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethogram.models.TokenLogProbability;

/** Tokens with their log-probabilities as fields of a line of JSON. */
final class TokenFields {
  private TokenFields() {}

  /**
   * @param alternatives how many were asked for
   */
  static void put(List<TokenLogProbability> tokens, int alternatives, Map<String, Object> line) {
    line.put("tokens", tokens.stream().map(TokenLogProbability::text).toList());
    line.put("token_logprobs", tokens.stream().map(TokenLogProbability::logProbability).toList());
    if (alternatives > 0) {
      line.put("top_logprobs", tokens.stream().map(TokenFields::alternatives).toList());
    }
  }

  private static List<Map<String, Object>> alternatives(TokenLogProbability token) {
    return token.alternatives().stream()
        .map(
            other -> {
              Map<String, Object> field = new LinkedHashMap<>();
              field.put("token", other.text());
              field.put("logprob", other.logProbability());
              return field;
            })
        .toList();
  }
}
