package org.ethogram.models.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.AnthropicClientImpl;
import com.anthropic.core.ClientOptions;
import com.anthropic.core.JsonValue;
import com.anthropic.errors.AnthropicException;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.TextBlock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ethogram.models.Capability;
import org.ethogram.models.Completion;
import org.ethogram.models.Completion.FinishReason;
import org.ethogram.models.CompletionListener;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.Usage;
import org.ethogram.models.remote.Authorization;
import org.ethogram.models.remote.Dispatcher;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.RemoteCall;
import org.ethogram.models.remote.RemoteOptions;
import org.ethogram.models.remote.SdkCalls;
import org.ethogram.models.remote.Secret;

/** A model behind the Messages interface, which knows conversations only. */
public final class AnthropicModel implements LanguageModel {
  public static final String PROVIDER = "anthropic";
  public static final String ADDRESS = "https://api.anthropic.com";

  static final Set<Capability> CAPABILITIES = Set.of(Capability.CHAT);

  private final Endpoint endpoint;
  private final Dispatcher dispatcher;
  private final AnthropicClient client;

  private AnthropicModel(Endpoint endpoint, Dispatcher dispatcher) {
    this.endpoint = endpoint;
    this.dispatcher = dispatcher;
    this.client = client(endpoint, call -> dispatcher.send(call, new MessageReader()));
  }

  private static AnthropicClient client(Endpoint endpoint, Function<RemoteCall, byte[]> sender) {
    return new AnthropicClientImpl(
        ClientOptions.builder()
            .httpClient(
                new SdkTransport(new SdkCalls(endpoint, List.of("anthropic-version"), sender)))
            .baseUrl(endpoint.address().toString())
            .maxRetries(0)
            .build());
  }

  public static AnthropicModel open(
      Endpoint endpoint, Optional<Secret> secret, RemoteOptions options) {
    return new AnthropicModel(
        endpoint,
        new Dispatcher(options, secret.map(key -> new Authorization("x-api-key", "", key))));
  }

  @Override
  public ModelIdentity identity() {
    return endpoint.identity(ADDRESS);
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Completion complete(CompletionRequest request) {
    return complete(client, request, false);
  }

  @Override
  public Completion complete(CompletionRequest request, CompletionListener listener) {
    AnthropicClient streaming =
        client(
            endpoint,
            call -> dispatcher.stream(call, new MessageReader(), EventAssembler::new, listener));
    return complete(streaming, request, true);
  }

  private Completion complete(AnthropicClient asked, CompletionRequest request, boolean stream) {
    if (!(request.prompt() instanceof Prompt.Chat(List<Prompt.Message> messages))) {
      throw endpoint.missing(
          "it answers conversations and does not continue plain text", "Ask it in a chat");
    }
    if (request.topLogProbabilities() > 0) {
      throw endpoint.missing("the provider tells no log-probabilities", "Ask for no alternatives");
    }
    try {
      return completion(asked.messages().create(parameters(request, messages, stream)));
    } catch (AnthropicException e) {
      throw endpoint.unreadable(e);
    }
  }

  @Override
  public List<ContinuationScore> score(ScoreRequest request) {
    throw endpoint.missing(
        "the provider tells no log-probabilities, so it cannot score",
        "Use a model that can, or estimate the choice by sampling");
  }

  @Override
  public void close() {
    dispatcher.close();
  }

  private MessageCreateParams parameters(
      CompletionRequest request, List<Prompt.Message> messages, boolean stream) {
    var parameters =
        MessageCreateParams.builder().model(endpoint.model()).maxTokens(request.maximumTokens());
    sampling(request.sampling()).forEach(parameters::putAdditionalBodyProperty);
    if (stream) {
      parameters.putAdditionalBodyProperty("stream", JsonValue.from(true));
    }
    if (!request.stops().isEmpty()) {
      parameters.stopSequences(request.stops());
    }
    String system =
        messages.stream()
            .filter(message -> message.role() == Prompt.Role.SYSTEM)
            .map(Prompt.Message::content)
            .collect(Collectors.joining("\n\n"));
    if (!system.isEmpty()) {
      parameters.system(system);
    }
    for (Prompt.Message message : messages) {
      switch (message.role()) {
        case SYSTEM -> {}
        case USER -> parameters.addUserMessage(message.content());
        case ASSISTANT -> parameters.addAssistantMessage(message.content());
      }
    }
    SdkCalls.headers(request).forEach(parameters::putAdditionalHeader);
    return parameters.build();
  }

  /**
   * The newest models refuse these, whatever they say, so what is the default anyway is left out.
   */
  private Map<String, JsonValue> sampling(Sampling sampling) {
    if (sampling.minimumProbability() > 0 || sampling.repetitionPenalty() != 1) {
      throw endpoint.missing(
          "the provider knows neither min-p nor a repetition penalty",
          "Leave these rules of sampling out");
    }
    Map<String, JsonValue> said = new TreeMap<>();
    if (sampling.topTokens() != Sampling.ALL_TOKENS) {
      said.put("top_k", JsonValue.from(sampling.topTokens()));
    }
    if (sampling.temperature() != 1) {
      said.put("temperature", JsonValue.from(sampling.temperature()));
    }
    if (sampling.topProbability() < 1) {
      said.put("top_p", JsonValue.from(sampling.topProbability()));
    }
    return said;
  }

  private static Completion completion(Message answer) {
    String text =
        answer.content().stream()
            .map(ContentBlock::text)
            .flatMap(Optional::stream)
            .map(TextBlock::text)
            .collect(Collectors.joining());
    var usage = answer.usage();
    int read = Math.toIntExact(usage.cacheReadInputTokens().orElse(0L));
    int written = Math.toIntExact(usage.cacheCreationInputTokens().orElse(0L));
    return new Completion(
        text,
        answer.stopReason().map(AnthropicModel::reason).orElse(FinishReason.STOP),
        List.of(),
        new Usage(
            Math.toIntExact(usage.inputTokens()) + read + written,
            read,
            Math.toIntExact(usage.outputTokens())));
  }

  private static FinishReason reason(StopReason said) {
    if (said.equals(StopReason.MAX_TOKENS)) {
      return FinishReason.LENGTH;
    }
    return said.equals(StopReason.REFUSAL) ? FinishReason.REFUSED : FinishReason.STOP;
  }
}
