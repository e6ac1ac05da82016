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
import java.util.stream.Collectors;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.Capability;
import org.ethogram.models.Completion;
import org.ethogram.models.Completion.FinishReason;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ModelScale;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.Usage;
import org.ethogram.models.remote.Authorization;
import org.ethogram.models.remote.Dispatcher;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.RemoteOptions;
import org.ethogram.models.remote.Secret;

/** A model behind the Messages interface, which knows conversations only. */
public final class AnthropicModel implements LanguageModel {
  public static final String PROVIDER = "anthropic";
  public static final String ADDRESS = "https://api.anthropic.com";

  private final Endpoint endpoint;
  private final Dispatcher dispatcher;
  private final AnthropicClient client;

  private AnthropicModel(Endpoint endpoint, Dispatcher dispatcher) {
    this.endpoint = endpoint;
    this.dispatcher = dispatcher;
    this.client =
        new AnthropicClientImpl(
            ClientOptions.builder()
                .httpClient(new SdkTransport(dispatcher, endpoint, new MessageReader()))
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

  /** Who answers at an endpoint. */
  public static ModelIdentity identity(Endpoint endpoint) {
    String where = endpoint.address().toString();
    return new ModelIdentity(
        endpoint.model(),
        "main",
        where.equals(ADDRESS) ? endpoint.provider() : endpoint.provider() + " at " + where,
        "",
        "",
        ModelScale.UNKNOWN);
  }

  @Override
  public ModelIdentity identity() {
    return identity(endpoint);
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.CHAT);
  }

  @Override
  public Completion complete(CompletionRequest request) {
    if (!(request.prompt() instanceof Prompt.Chat(List<Prompt.Message> messages))) {
      throw missing(
          "it answers conversations and does not continue plain text", "Ask it in a chat");
    }
    try {
      return completion(client.messages().create(parameters(request, messages)));
    } catch (AnthropicException e) {
      throw new EthogramException(
          ErrorCode.WORK_FAILED,
          endpoint.place(),
          "the reply does not keep to the interface: " + e.getMessage(),
          "Check that the endpoint speaks Anthropic's interface",
          e);
    }
  }

  @Override
  public List<ContinuationScore> score(ScoreRequest request) {
    throw missing(
        "the provider tells no log-probabilities, so it cannot score",
        "Use a model that can, or estimate the choice by sampling");
  }

  @Override
  public void close() {
    dispatcher.close();
  }

  private MessageCreateParams parameters(CompletionRequest request, List<Prompt.Message> messages) {
    var parameters =
        MessageCreateParams.builder().model(endpoint.model()).maxTokens(request.maximumTokens());
    sampling(request.sampling()).forEach(parameters::putAdditionalBodyProperty);
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
    return parameters
        .putAdditionalHeader(SdkTransport.REPEAT, Long.toString(request.seed().value()))
        .putAdditionalHeader(SdkTransport.MAXIMUM_TOKENS, Integer.toString(request.maximumTokens()))
        .build();
  }

  /**
   * The newest models refuse these, whatever they say, so what is the default anyway is left out.
   */
  private static Map<String, JsonValue> sampling(Sampling sampling) {
    Map<String, JsonValue> said = new TreeMap<>();
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
    boolean cut = answer.stopReason().filter(StopReason.MAX_TOKENS::equals).isPresent();
    var usage = answer.usage();
    int read = Math.toIntExact(usage.cacheReadInputTokens().orElse(0L));
    int written = Math.toIntExact(usage.cacheCreationInputTokens().orElse(0L));
    return new Completion(
        text,
        cut ? FinishReason.LENGTH : FinishReason.STOP,
        List.of(),
        new Usage(
            Math.toIntExact(usage.inputTokens()) + read + written,
            read,
            Math.toIntExact(usage.outputTokens())));
  }

  private EthogramException missing(String problem, String remedy) {
    return new EthogramException(ErrorCode.CAPABILITY_MISSING, endpoint.place(), problem, remedy);
  }
}
