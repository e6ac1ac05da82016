package org.ethogram.cli.models;

import java.util.List;
import org.ethogram.models.TokenLogProbability;

/** Scored tokens as fields of a line of JSON. */
final class TokenFields {
  private TokenFields() {}

  static List<String> texts(List<TokenLogProbability> tokens) {
    return tokens.stream().map(TokenLogProbability::text).toList();
  }

  static List<Double> logProbabilities(List<TokenLogProbability> tokens) {
    return tokens.stream().map(TokenLogProbability::logProbability).toList();
  }
}
