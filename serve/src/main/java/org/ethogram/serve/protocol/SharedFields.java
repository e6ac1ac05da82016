package org.ethogram.serve.protocol;

import java.util.List;
import org.ethogram.models.Sampling;

/** What completions and chat are asked for in the same words. */
final class SharedFields {
  static final int MOST_CHOICES = 1024;

  private static final int MOST_STOPS = 64;
  private static final int EVERY_COUNT = 128;

  private SharedFields() {}

  static String model(Fields fields) {
    return fields
        .text("model")
        .orElseThrow(() -> ApiError.invalid("model", "'model' is needed: the name of a model."));
  }

  static int count(Fields fields, int prompts) {
    int count = fields.integer("n", 1, 1, EVERY_COUNT);
    if ((long) count * prompts > MOST_CHOICES) {
      throw ApiError.invalid(
          "n", "'n' times the number of prompts must be at most " + MOST_CHOICES + ".");
    }
    return count;
  }

  static List<String> stops(Fields fields) {
    List<String> stops = fields.texts("stop");
    if (stops.contains("")) {
      throw ApiError.invalid("stop", "'stop' must not hold an empty string.");
    }
    if (stops.size() > MOST_STOPS) {
      throw ApiError.invalid("stop", "'stop' must hold at most " + MOST_STOPS + " strings.");
    }
    return stops;
  }

  /**
   * The interface's own parameters and, in vLLM's words, those that it lacks; the penalty also in
   * llama.cpp's, over all tokens.
   */
  static Sampling sampling(Fields fields) {
    double temperature = fields.number("temperature", 1);
    require(
        temperature >= 0 && Double.isFinite(temperature), "temperature", "at least 0", temperature);
    double topProbability = fields.number("top_p", 1);
    require(topProbability > 0 && topProbability <= 1, "top_p", "in (0, 1]", topProbability);
    double minimum = fields.number("min_p", 0);
    require(minimum >= 0 && minimum <= 1, "min_p", "in [0, 1]", minimum);
    double penalty = fields.number("repetition_penalty", fields.number("repeat_penalty", 1));
    fields.integer("repeat_last_n", -1, -1, -1);
    require(
        penalty > 0 && Double.isFinite(penalty), "repetition_penalty", "greater than 0", penalty);
    int topTokens = fields.integer("top_k", 0, -1, Integer.MAX_VALUE);
    return new Sampling(
        temperature,
        topTokens <= 0 ? Sampling.ALL_TOKENS : topTokens,
        topProbability,
        minimum,
        penalty);
  }

  static boolean usage(Fields fields, boolean stream) {
    return fields
        .field("stream_options")
        .map(
            value -> {
              Fields.require(value.isObject(), "stream_options", "an object", value);
              if (!stream) {
                throw ApiError.invalid("stream_options", "'stream_options' needs 'stream': true.");
              }
              return Fields.of(value).flag("include_usage");
            })
        .orElse(false);
  }

  private static void require(boolean holds, String name, String expected, double value) {
    if (!holds) {
      throw ApiError.invalid(name, "'" + name + "' must be " + expected + ", not " + value + ".");
    }
  }
}
