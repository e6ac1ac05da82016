package org.ethogram.models.openai;

import com.openai.core.JsonValue;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.CompletionCreateParams;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.SdkCalls;

/** A request in the interface's words. */
final class Parameters {
  /** Servers differ in how long a seed may be; all take one of 31 bits. */
  private static final long SEED_BITS = 0x7fff_ffffL;

  private static final int MOST_AT_OPENAI = 5;

  private final Endpoint endpoint;
  private final boolean logProbabilities;
  private final CompletionRequest request;
  private final boolean stream;

  Parameters(
      Endpoint endpoint, boolean logProbabilities, CompletionRequest request, boolean stream) {
    this.endpoint = endpoint;
    this.logProbabilities = logProbabilities;
    this.request = request;
    this.stream = stream;
  }

  CompletionCreateParams completion(CompletionCreateParams.Prompt prompt) {
    Sampling sampling = request.sampling();
    var parameters =
        CompletionCreateParams.builder()
            .model(endpoint.model())
            .prompt(prompt)
            .maxTokens(request.maximumTokens());
    if (saysTemperature()) {
      parameters.temperature(sampling.temperature());
    }
    if (sampling.topProbability() < 1) {
      parameters.topP(sampling.topProbability());
    }
    if (sampling.temperature() > 0) {
      parameters.seed(seed());
    }
    if (!request.stops().isEmpty()) {
      parameters.stopOfStrings(request.stops());
    }
    if (tellsLogProbabilities()) {
      parameters.logprobs(completionAlternatives());
    }
    extras().forEach(parameters::putAdditionalBodyProperty);
    SdkCalls.headers(request).forEach(parameters::putAdditionalHeader);
    return parameters.build();
  }

  /** The seed is deprecated at OpenAI, and the only one that other servers have. */
  @SuppressWarnings("deprecation")
  ChatCompletionCreateParams chat(List<Prompt.Message> messages) {
    Sampling sampling = request.sampling();
    var parameters = ChatCompletionCreateParams.builder().model(endpoint.model());
    if (saysTemperature()) {
      parameters.temperature(sampling.temperature());
    }
    for (Prompt.Message message : messages) {
      switch (message.role()) {
        case SYSTEM -> parameters.addSystemMessage(message.content());
        case USER -> parameters.addUserMessage(message.content());
        case ASSISTANT -> parameters.addAssistantMessage(message.content());
      }
    }
    limit(parameters);
    if (sampling.topProbability() < 1) {
      parameters.topP(sampling.topProbability());
    }
    if (sampling.temperature() > 0) {
      parameters.seed(seed());
    }
    if (!request.stops().isEmpty()) {
      parameters.stopOfStrings(request.stops());
    }
    if (tellsLogProbabilities()) {
      parameters.logprobs(true);
      if (request.topLogProbabilities() > 0) {
        parameters.topLogprobs(request.topLogProbabilities());
      }
    }
    extras().forEach(parameters::putAdditionalBodyProperty);
    SdkCalls.headers(request).forEach(parameters::putAdditionalHeader);
    return parameters.build();
  }

  private boolean tellsLogProbabilities() {
    if (request.topLogProbabilities() > 0 && !logProbabilities) {
      throw endpoint.missing(
          "this endpoint is not known to tell log-probabilities",
          "Say that it does with --logprobs, or ask for no alternatives");
    }
    return logProbabilities;
  }

  /** One where none is asked for: some servers take 0 for no log-probabilities at all. */
  private int completionAlternatives() {
    if (request.topLogProbabilities() > MOST_AT_OPENAI && atOpenAi()) {
      throw endpoint.missing(
          "OpenAI's own server tells at most %d alternatives in completions"
              .formatted(MOST_AT_OPENAI),
          "Ask for fewer, or in a conversation");
    }
    return Math.max(1, request.topLogProbabilities());
  }

  /**
   * Rules that other servers know and OpenAI's own does not: vLLM's names, and llama.cpp's for the
   * penalty, which reaches back over the last 64 tokens there unless told otherwise.
   */
  private Map<String, JsonValue> extras() {
    Sampling sampling = request.sampling();
    Map<String, JsonValue> extras = new TreeMap<>();
    if (sampling.topTokens() != Sampling.ALL_TOKENS) {
      extras.put("top_k", JsonValue.from(sampling.topTokens()));
    }
    if (sampling.minimumProbability() > 0) {
      extras.put("min_p", JsonValue.from(sampling.minimumProbability()));
    }
    if (sampling.repetitionPenalty() != 1) {
      extras.put("repetition_penalty", JsonValue.from(sampling.repetitionPenalty()));
      extras.put("repeat_penalty", JsonValue.from(sampling.repetitionPenalty()));
      extras.put("repeat_last_n", JsonValue.from(-1));
    }
    if (!extras.isEmpty() && atOpenAi()) {
      throw endpoint.missing(
          "OpenAI's own server knows no " + String.join(", ", extras.keySet()),
          "Leave these rules of sampling out, or ask a server that has them");
    }
    if (stream) {
      extras.put("stream", JsonValue.from(true));
      extras.put("stream_options", JsonValue.from(Map.of("include_usage", true)));
    }
    return extras;
  }

  /** OpenAI's newer models refuse the old name of the limit, other servers know only that. */
  @SuppressWarnings("deprecation")
  private void limit(ChatCompletionCreateParams.Builder parameters) {
    if (atOpenAi()) {
      parameters.maxCompletionTokens(request.maximumTokens());
    } else {
      parameters.maxTokens(request.maximumTokens());
    }
  }

  /** OpenAI's reasoning models take none but the default 1; other servers have other defaults. */
  private boolean saysTemperature() {
    return request.sampling().temperature() != 1 || !atOpenAi();
  }

  private boolean atOpenAi() {
    return endpoint.address().toString().equals(OpenAiModel.ADDRESS);
  }

  private long seed() {
    return request.seed().value() & SEED_BITS;
  }
}
