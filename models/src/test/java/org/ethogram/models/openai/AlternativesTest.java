package org.ethogram.models.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.PromptScore;
import org.ethogram.models.Sampling;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.TokenLogProbability.Alternative;
import org.ethogram.models.cache.ResponseCache;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.RemoteOptions;
import org.ethogram.models.remote.Scoring;
import org.ethogram.testkit.Answer;
import org.ethogram.testkit.FakeProvider;
import org.ethogram.testkit.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AlternativesTest {
  private static final Prompt CHAT =
      new Prompt.Chat(List.of(new Prompt.Message(Prompt.Role.USER, "Hello")));
  private static final OpenAiOptions TELLING = new OpenAiOptions(Scoring.NONE, true);
  private static final OpenAiOptions ECHO = new OpenAiOptions(Scoring.ECHO, true);

  /** What was written is the third most probable: completions tell it beside the two asked for. */
  private static final String COMPLETION =
      """
      {"id":"c","object":"text_completion","created":1,"model":"m","choices":[{"index":0,
       "text":" elm","finish_reason":"length","logprobs":{"tokens":[" elm"],
       "token_logprobs":[-3.0],"text_offset":[7],
       "top_logprobs":[{" elm":-3.0," oak":-0.25," ash":-1.5}]}}],
       "usage":{"prompt_tokens":2,"completion_tokens":1,"total_tokens":3}}
      """;

  private static final String CONVERSATION =
      """
      {"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,
       "message":{"role":"assistant","content":" elm","refusal":null},"finish_reason":"length",
       "logprobs":{"content":[{"token":" elm","logprob":-3.0,"bytes":null,"top_logprobs":[
         {"token":" oak","logprob":-0.25,"bytes":null},
         {"token":" ash","logprob":-1.5,"bytes":null}]}],"refusal":null}}],
       "usage":{"prompt_tokens":3,"completion_tokens":1,"total_tokens":4}}
      """;

  private static final TokenLogProbability ELM =
      new TokenLogProbability(
          " elm", -3, List.of(new Alternative(" oak", -.25), new Alternative(" ash", -1.5)));

  private static final String ECHOED =
      """
      {"choices":[{"text":"A tree: oak","finish_reason":"length","logprobs":{
        "tokens":["A"," tree",":"," oak"],
        "token_logprobs":[null,-3.0,-2.0,-1.5],
        "top_logprobs":[null,{" tree":-3.0},{":":-2.0," is":-0.5},{" oak":-1.5," elm":-0.25}]}}],
        "usage":{"prompt_tokens":4,"completion_tokens":0,"total_tokens":4}}
      """;

  @Test
  void asManyAsAreAskedForComeMostProbableFirst() {
    try (var provider = FakeProvider.start(AlternativesTest::reply);
        OpenAiModel model = open(provider, TELLING)) {
      for (Prompt prompt : List.of(Prompt.of("A tree:"), CHAT)) {
        assertThat(model.complete(request(prompt, 2)).tokens()).containsExactly(ELM);
        assertThat(model.complete(request(prompt, 0)).tokens())
            .containsExactly(new TokenLogProbability(" elm", -3));
      }
      assertThat(bodies(provider, body -> body.path("logprobs").toString()))
          .containsExactly("2", "1", "true", "true");
      assertThat(bodies(provider, body -> body.path("top_logprobs").asInt(-1)))
          .containsExactly(-1, -1, 2, -1);
    }
  }

  @Test
  void streamsBringThemToo() {
    String piece =
        """
        {"choices":[{"index":0,"text":" elm","finish_reason":null,"logprobs":{"tokens":[" elm"],\
        "token_logprobs":[-3.0],"top_logprobs":[{" elm":-3.0," oak":-0.25," ash":-1.5}]}}]}\
        """;
    String chatPiece =
        """
        {"choices":[{"index":0,"delta":{"content":" elm"},"finish_reason":null,"logprobs":{\
        "content":[{"token":" elm","logprob":-3.0,"top_logprobs":[{"token":" oak","logprob":-0.25},\
        {"token":" ash","logprob":-1.5}]}]}}]}\
        """;
    String end = "{\"choices\":[{\"index\":0,\"text\":\"\",\"finish_reason\":\"length\"}]}";
    String chatEnd = "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"length\"}]}";
    String usage =
        """
        {"choices":[],"usage":{"prompt_tokens":2,"completion_tokens":1,"total_tokens":3}}\
        """;
    try (var provider =
            FakeProvider.start(
                received ->
                    received.path().contains("chat")
                        ? Answer.events(chatPiece, chatEnd, usage, "[DONE]")
                        : Answer.events(piece, end, usage, "[DONE]"));
        OpenAiModel model = open(provider, TELLING)) {
      for (Prompt prompt : List.of(Prompt.of("A tree:"), CHAT)) {
        List<TokenLogProbability> heard = new ArrayList<>();
        Completion whole = model.complete(request(prompt, 2), (_, tokens) -> heard.addAll(tokens));
        assertThat(heard).containsExactly(ELM);
        assertThat(whole.tokens()).containsExactly(ELM);
      }
    }
  }

  @Test
  void echoedPromptsAndScoresBringThem() {
    try (var provider = FakeProvider.inOrder(Answer.json(ECHOED));
        OpenAiModel model = open(provider, ECHO)) {
      var scored = new ScoreRequest(Prompt.of("A tree:"), List.of(" oak"), 1);
      assertThat(model.score(scored).getFirst().tokens())
          .containsExactly(
              new TokenLogProbability(" oak", -1.5, List.of(new Alternative(" elm", -.25))));
      PromptScore prompt = model.scorePrompt(Prompt.of("A tree: oak"), 1);
      assertThat(prompt.first()).isEqualTo("A");
      assertThat(prompt.following()).hasSize(3);
      assertThat(prompt.following().get(1).alternatives())
          .containsExactly(new Alternative(" is", -.5));
      assertThat(prompt.usage().promptTokens()).isEqualTo(4);
    }
  }

  @Test
  void promptLogProbabilitiesOfVllmBringThem() {
    String scored =
        """
        {"choices":[{"text":"x","finish_reason":"length","prompt_logprobs":[null,
          {"7":{"logprob":-1.0,"decoded_token":" o"},"1":{"logprob":-0.1,"decoded_token":"!"}}]}]}
        """;
    try (var provider =
            FakeProvider.start(
                request ->
                    Answer.json(request.path().equals("/tokenize") ? "{\"tokens\":[7]}" : scored));
        OpenAiModel model =
            open(provider, new OpenAiOptions(Scoring.PROMPT_LOG_PROBABILITIES, false))) {
      var request = new ScoreRequest(new Prompt.Tokens(List.of(5)), List.of(" o"), 2);
      assertThat(model.score(request).getFirst().tokens())
          .containsExactly(
              new TokenLogProbability(
                  " o", -1, List.of(new Alternative("!", -.1), new Alternative(" o", -1))));
      assertThat(provider.received().getLast().body())
          .contains("\"prompt\":[5,7]", "\"prompt_logprobs\":2");
    }
  }

  @Test
  void numbersOfTokensArePassedOn() {
    var tokens = new Prompt.Tokens(List.of(3, 1, 2));
    try (var provider = FakeProvider.inOrder(Answer.json(COMPLETION), Answer.json(ECHOED));
        OpenAiModel model = open(provider, ECHO)) {
      assertThat(model.complete(request(tokens, 0)).text()).isEqualTo(" elm");
      assertThat(model.scorePrompt(tokens, 0).text()).isEqualTo("A tree: oak");
      assertThat(bodies(provider, body -> body.path("prompt").toString()))
          .containsOnly("[3,1,2]")
          .hasSize(2);
      assertMissing(() -> model.score(new ScoreRequest(tokens, List.of(" oak"))));
    }
  }

  @Test
  void theCacheKeepsAnswersWithAndWithoutApart(@TempDir Path folder) {
    try (var provider = FakeProvider.start(AlternativesTest::reply);
        var cache = ResponseCache.open(folder.resolve("responses.db"));
        OpenAiModel model = open(provider, TELLING, RemoteOptions.standard().withCache(cache))) {
      for (int round = 0; round < 2; round++) {
        for (Prompt prompt : List.of(Prompt.of("A tree:"), CHAT)) {
          for (int count : new int[] {0, 2, 3}) {
            assertThat(model.complete(request(prompt, count)).tokens().getFirst().alternatives())
                .hasSize(prompt.equals(CHAT) ? Math.min(count, 2) : count);
          }
        }
      }
      assertThat(provider.received()).hasSize(6);
      assertThat(cache.hits()).isEqualTo(6);
    }
  }

  @Test
  void whereNothingIsToldTheyAreRefusedBeforeAnythingIsSent() {
    try (var provider = FakeProvider.inOrder(Answer.json(COMPLETION));
        OpenAiModel model = open(provider, OpenAiOptions.PLAIN);
        OpenAiModel atOpenAi =
            OpenAiModel.open(
                Endpoint.of("openai", OpenAiModel.ADDRESS, "m"),
                Optional.empty(),
                TELLING,
                RemoteOptions.standard().withTimeout(Duration.ofMillis(1)))) {
      assertMissing(() -> model.complete(request(Prompt.of("a"), 1)));
      assertMissing(() -> model.complete(request(CHAT, 1)));
      assertMissing(() -> model.scorePrompt(Prompt.of("a"), 1));
      assertMissing(() -> atOpenAi.complete(request(Prompt.of("a"), 6)));
      assertThat(provider.received()).isEmpty();
    }
    assertThatThrownBy(() -> request(CHAT, 21)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Prompt.Tokens(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Answer reply(Received received) {
    return Answer.json(received.path().contains("chat") ? CONVERSATION : COMPLETION);
  }

  private static <T> List<T> bodies(FakeProvider provider, Function<JsonNode, T> field) {
    return provider.received().stream()
        .map(received -> field.apply(JsonMapper.shared().readTree(received.body())))
        .toList();
  }

  private static CompletionRequest request(Prompt prompt, int alternatives) {
    return new CompletionRequest(prompt, 1, Sampling.GREEDY, List.of(), new Seed(1), alternatives);
  }

  private static void assertMissing(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            EthogramException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CAPABILITY_MISSING));
  }

  private static OpenAiModel open(FakeProvider provider, OpenAiOptions abilities) {
    return open(provider, abilities, RemoteOptions.standard());
  }

  private static OpenAiModel open(
      FakeProvider provider, OpenAiOptions abilities, RemoteOptions options) {
    return OpenAiModel.open(
        Endpoint.of("openai", provider.address() + "/v1/", "m"),
        Optional.empty(),
        abilities,
        options);
  }
}
