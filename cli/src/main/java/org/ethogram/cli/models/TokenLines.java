package org.ethogram.cli.models;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ethogram.models.TokenLogProbability;
import tools.jackson.databind.json.JsonMapper;

/** Tokens for people, a line each: its log-probability, its text, the most probable tokens. */
final class TokenLines {
  private TokenLines() {}

  static void print(PrintWriter output, List<TokenLogProbability> tokens) {
    for (TokenLogProbability token : tokens) {
      output.printf(
          Locale.ROOT,
          "    %10.4f  %-14s of  %s%n",
          token.logProbability(),
          quoted(token.text()),
          token.alternatives().stream()
              .map(
                  other ->
                      String.format(
                          Locale.ROOT, "%s %.4f", quoted(other.text()), other.logProbability()))
              .collect(Collectors.joining("  ")));
    }
    output.flush();
  }

  private static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }
}
