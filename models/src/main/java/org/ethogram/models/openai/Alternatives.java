package org.ethogram.models.openai;

import com.openai.models.chat.completions.ChatCompletionTokenLogprob;
import com.openai.models.completions.CompletionChoice;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ethogram.models.TokenLogProbability.Alternative;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The most probable tokens of a position, as the interface tells them: a list in chat; in
 * completions an object that may hold, beside as many as were asked for, the token itself.
 */
final class Alternatives {
  private Alternatives() {}

  static List<Alternative> of(ChatCompletionTokenLogprob token, int count) {
    return mostProbable(
        count,
        token.topLogprobs().stream().map(other -> alternative(other.token(), other.logprob())));
  }

  /**
   * @param position null where nothing is predicted
   */
  static List<Alternative> of(CompletionChoice.Logprobs.@Nullable TopLogprob position, int count) {
    return position == null
        ? List.of()
        : mostProbable(
            count,
            position._allProperties().entrySet().stream()
                .flatMap(
                    other ->
                        Stream.ofNullable(other.getValue().convert(Double.class))
                            .map(value -> alternative(other.getKey(), value))));
  }

  static List<Alternative> ofChat(JsonNode token, int count) {
    return mostProbable(
        count,
        token
            .path("top_logprobs")
            .valueStream()
            .map(
                other ->
                    alternative(
                        other.path("token").asString(""), other.path("logprob").asDouble(0))));
  }

  static List<Alternative> ofCompletion(JsonNode position, int count) {
    return mostProbable(
        count,
        position.properties().stream()
            .map(other -> alternative(other.getKey(), other.getValue().asDouble(0))));
  }

  static List<Alternative> mostProbable(int count, Stream<Alternative> all) {
    return count == 0
        ? List.of()
        : all.sorted(Comparator.comparingDouble(Alternative::logProbability).reversed())
            .limit(count)
            .toList();
  }

  static Alternative alternative(String text, double logProbability) {
    return new Alternative(text, Math.min(0, logProbability));
  }
}
