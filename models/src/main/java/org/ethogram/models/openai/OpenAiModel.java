package org.ethogram.models.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientImpl;
import com.openai.core.ClientOptions;
import com.openai.errors.OpenAIException;
import com.openai.models.completions.CompletionCreateParams;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ethogram.models.Capability;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionListener;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.Prompt;
import org.ethogram.models.PromptScore;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.remote.Authorization;
import org.ethogram.models.remote.Dispatcher;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.RemoteCall;
import org.ethogram.models.remote.RemoteOptions;
import org.ethogram.models.remote.SdkCalls;
import org.ethogram.models.remote.Secret;

/**
 * A model behind OpenAI's interface: text prompts go to {@code /completions}, conversations to
 * {@code /chat/completions}.
 */
public final class OpenAiModel implements LanguageModel {
  public static final String PROVIDER = "openai";
  public static final String ADDRESS = "https://api.openai.com/v1";

  private final Endpoint endpoint;
  private final OpenAiOptions abilities;
  private final Dispatcher dispatcher;
  private final OpenAIClient client;
  private final Scorer scorer;

  private OpenAiModel(
      Endpoint endpoint, OpenAiOptions abilities, Dispatcher dispatcher, Scorer scorer) {
    this.endpoint = endpoint;
    this.abilities = abilities;
    this.dispatcher = dispatcher;
    this.scorer = scorer;
    this.client = client(endpoint, call -> dispatcher.send(call, new ChoiceReader()));
  }

  private static OpenAIClient client(Endpoint endpoint, Function<RemoteCall, byte[]> sender) {
    return new OpenAIClientImpl(
        ClientOptions.builder()
            .httpClient(new SdkTransport(new SdkCalls(endpoint, List.of(), sender)))
            .baseUrl(endpoint.address().toString())
            .apiKey(Secret.REMOVED)
            .maxRetries(0)
            .build());
  }

  /**
   * @param secret absent for a server that asks for none
   */
  public static OpenAiModel open(
      Endpoint endpoint, Optional<Secret> secret, OpenAiOptions abilities, RemoteOptions options) {
    var dispatcher =
        new Dispatcher(
            options, secret.map(key -> new Authorization("Authorization", "Bearer ", key)));
    Scorer scorer =
        switch (abilities.scoring()) {
          case NONE -> new NoScorer(endpoint);
          case ECHO -> new EchoScorer(dispatcher, endpoint);
          case PROMPT_LOG_PROBABILITIES -> new PromptScorer(dispatcher, endpoint);
        };
    return new OpenAiModel(endpoint, abilities, dispatcher, scorer);
  }

  @Override
  public ModelIdentity identity() {
    return endpoint.identity(ADDRESS);
  }

  @Override
  public Set<Capability> capabilities() {
    return abilities.capabilities();
  }

  @Override
  public Completion complete(CompletionRequest request) {
    return complete(
        client, new Parameters(endpoint, abilities.logProbabilities(), request, false), request);
  }

  /** A server that does not stream tells all at the end. */
  @Override
  public Completion complete(CompletionRequest request, CompletionListener listener) {
    var heard = new AtomicBoolean();
    OpenAIClient streaming =
        client(
            endpoint,
            call ->
                dispatcher.stream(
                    call,
                    new ChoiceReader(),
                    () -> new ChunkAssembler(request.topLogProbabilities()),
                    (text, tokens) -> {
                      heard.set(true);
                      listener.wrote(text, tokens);
                    }));
    var parameters = new Parameters(endpoint, abilities.logProbabilities(), request, true);
    Completion completion = complete(streaming, parameters, request);
    if (!heard.get()) {
      listener.wrote(completion.text(), completion.tokens());
    }
    return completion;
  }

  private Completion complete(
      OpenAIClient asked, Parameters parameters, CompletionRequest request) {
    int alternatives = request.topLogProbabilities();
    return readable(
        () ->
            switch (request.prompt()) {
              case Prompt.Text(String text) ->
                  Answers.of(
                      asked
                          .completions()
                          .create(
                              parameters.completion(CompletionCreateParams.Prompt.ofString(text))),
                      alternatives);
              case Prompt.Tokens(List<Integer> tokens) ->
                  Answers.of(
                      asked
                          .completions()
                          .create(
                              parameters.completion(
                                  CompletionCreateParams.Prompt.ofArrayOfTokens(
                                      tokens.stream().map(Integer::longValue).toList()))),
                      alternatives);
              case Prompt.Chat(List<Prompt.Message> messages) ->
                  Answers.of(
                      asked.chat().completions().create(parameters.chat(messages)), alternatives);
            });
  }

  @Override
  public List<ContinuationScore> score(ScoreRequest request) {
    requirePlain(request.prompt());
    return request.continuations().stream()
        .map(
            continuation ->
                scorer.score(request.prompt(), continuation, request.topLogProbabilities()))
        .toList();
  }

  @Override
  public PromptScore scorePrompt(Prompt prompt, int topLogProbabilities) {
    requirePlain(prompt);
    return scorer.scorePrompt(prompt, topLogProbabilities);
  }

  private void requirePlain(Prompt prompt) {
    if (prompt instanceof Prompt.Chat) {
      throw endpoint.missing(
          "a conversation cannot be scored through this interface", "Score plain text");
    }
  }

  @Override
  public void close() {
    dispatcher.close();
  }

  private Completion readable(Supplier<Completion> call) {
    try {
      return call.get();
    } catch (OpenAIException e) {
      throw endpoint.unreadable(e);
    }
  }
}
