package org.ethogram.models.openai;

import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.CompletionCreateParams;
import java.util.List;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.models.remote.Endpoint;

/** A request in the interface's words. */
final class Parameters {
  /** Servers differ in how long a seed may be; all take one of 31 bits. */
  private static final long SEED_BITS = 0x7fff_ffffL;

  private final Endpoint endpoint;
  private final boolean logProbabilities;
  private final CompletionRequest request;

  Parameters(Endpoint endpoint, boolean logProbabilities, CompletionRequest request) {
    this.endpoint = endpoint;
    this.logProbabilities = logProbabilities;
    this.request = request;
  }

  CompletionCreateParams completion(String prompt) {
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
    if (logProbabilities) {
      parameters.logprobs(1);
    }
    OpenAiModel.calls(request).forEach(parameters::putAdditionalHeader);
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
    if (logProbabilities) {
      parameters.logprobs(true);
    }
    OpenAiModel.calls(request).forEach(parameters::putAdditionalHeader);
    return parameters.build();
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
