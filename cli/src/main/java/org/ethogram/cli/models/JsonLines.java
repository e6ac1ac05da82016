package org.ethogram.cli.models;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.ethogram.models.TokenLogProbability;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line. */
final class JsonLines {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonLines() {}

  static void print(PrintWriter output, Map<String, ?> line) {
    output.println(JSON.writeValueAsString(line));
    output.flush();
  }

  static List<String> texts(List<TokenLogProbability> tokens) {
    return tokens.stream().map(TokenLogProbability::text).toList();
  }

  static List<Double> logProbabilities(List<TokenLogProbability> tokens) {
    return tokens.stream().map(TokenLogProbability::logProbability).toList();
  }
}
