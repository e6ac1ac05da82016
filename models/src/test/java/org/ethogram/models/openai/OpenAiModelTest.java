package org.ethogram.models.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.models.Capability;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.Usage;
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

class OpenAiModelTest {
  @Test
  void textGoesToCompletionsWithEverythingThatWasAsked() {
    try (var provider = FakeProvider.inOrder(Answer.json(Replies.completion(" oak", 5, 2)));
        OpenAiModel model = open(provider, OpenAiOptions.PLAIN)) {
      Completion completion =
          model.complete(
              new CompletionRequest(
                  Prompt.of("A tree:"),
                  7,
                  Sampling.atTemperature(.5).withTopProbability(.9),
                  List.of("\n"),
                  new Seed(3)));
      assertThat(completion.text()).isEqualTo(" oak");
      assertThat(completion.usage()).isEqualTo(new Usage(5, 0, 2));
      Received received = provider.received().getFirst();
      assertThat(received.path()).isEqualTo("/v1/completions");
      assertThat(JsonMapper.shared().readTree(received.body()))
          .isEqualTo(
              JsonMapper.shared()
                  .readTree(
                      """
                      {"model":"m","prompt":"A tree:","max_tokens":7,"temperature":0.5,
                       "top_p":0.9,"seed":3,"stop":["\\n"]}
                      """));
      assertThat(received.headers().keySet())
          .noneMatch(name -> name.startsWith("ethogram") || name.startsWith("x-stainless"))
          .doesNotContain("authorization");
    }
  }

  @Test
  void rulesThatOtherServersKnowAreSentToThemInBothTheirNames() {
    var rules =
        Sampling.atTemperature(1)
            .withTopTokens(40)
            .withMinimumProbability(.05)
            .withRepetitionPenalty(1.3);
    var chat = new Prompt.Chat(List.of(new Prompt.Message(Prompt.Role.USER, "Hello")));
    try (var provider =
            FakeProvider.start(
                request ->
                    Answer.json(
                        request.path().contains("chat")
                            ? Replies.chat("Hi")
                            : Replies.completion(" oak", 5, 2)));
        OpenAiModel model = open(provider, OpenAiOptions.PLAIN)) {
      for (Prompt prompt : List.of(Prompt.of("A tree:"), chat)) {
        model.complete(new CompletionRequest(prompt, 7, rules, List.of(), new Seed(3)));
      }
      for (Received received : provider.received()) {
        JsonNode body = JsonMapper.shared().readTree(received.body());
        assertThat(body.path("top_k").asInt()).isEqualTo(40);
        assertThat(body.path("min_p").asDouble()).isEqualTo(.05);
        assertThat(body.path("repetition_penalty").asDouble()).isEqualTo(1.3);
        assertThat(body.path("repeat_penalty").asDouble()).isEqualTo(1.3);
        assertThat(body.path("repeat_last_n").asInt()).isEqualTo(-1);
      }
      assertThat(provider.received()).hasSize(2);
    }
  }

  @Test
  void openAiItselfIsNotAskedForRulesThatItDoesNotKnow() {
    try (OpenAiModel model =
        OpenAiModel.open(
            Endpoint.of("openai", OpenAiModel.ADDRESS, "m"),
            Optional.empty(),
            OpenAiOptions.PLAIN,
            RemoteOptions.standard().withTimeout(Duration.ofMillis(1)))) {
      Sampling plain = Sampling.atTemperature(1);
      for (Sampling rules :
          List.of(
              plain.withTopTokens(40),
              plain.withMinimumProbability(.1),
              plain.withRepetitionPenalty(.9))) {
        assertMissing(
            () ->
                model.complete(
                    new CompletionRequest(Prompt.of("a"), 1, rules, List.of(), new Seed(1))));
      }
    }
  }

  @Test
  void eachRuleOfSamplingIsAnotherAnswerInTheCache(@TempDir Path folder) {
    Sampling plain = Sampling.atTemperature(1);
    List<Sampling> all =
        List.of(
            plain,
            plain.withTopTokens(40),
            plain.withTopTokens(41),
            plain.withMinimumProbability(.1),
            plain.withRepetitionPenalty(1.1),
            plain.withTopProbability(.9));
    try (var provider = FakeProvider.inOrder(Answer.json(Replies.completion(" oak", 5, 2)));
        var cache = ResponseCache.open(folder.resolve("responses.db"));
        OpenAiModel model =
            OpenAiModel.open(
                Endpoint.of("openai", provider.address() + "/v1", "m"),
                Optional.empty(),
                OpenAiOptions.PLAIN,
                RemoteOptions.standard().withCache(cache))) {
      for (int round = 0; round < 2; round++) {
        for (Sampling rules : all) {
          model.complete(new CompletionRequest(Prompt.of("a"), 1, rules, List.of(), new Seed(1)));
        }
      }
      assertThat(provider.received()).hasSize(all.size());
      assertThat(cache.hits()).isEqualTo(all.size());
    }
  }

  @Test
  void aConversationGoesToChatAndBringsItsLogProbabilities() {
    try (var provider = FakeProvider.inOrder(Answer.json(Replies.chat("Hi")));
        OpenAiModel model = open(provider, new OpenAiOptions(Scoring.NONE, true))) {
      Completion completion =
          model.complete(
              new CompletionRequest(
                  new Prompt.Chat(
                      List.of(
                          new Prompt.Message(Prompt.Role.SYSTEM, "Be brief"),
                          new Prompt.Message(Prompt.Role.USER, "Hello"))),
                  1,
                  Sampling.GREEDY,
                  List.of(),
                  new Seed(1)));
      assertThat(completion.finishReason()).isEqualTo(Completion.FinishReason.LENGTH);
      assertThat(completion.tokens()).containsExactly(new TokenLogProbability("Hi", -.5));
      Received received = provider.received().getFirst();
      assertThat(received.path()).isEqualTo("/v1/chat/completions");
      JsonNode body = JsonMapper.shared().readTree(received.body());
      assertThat(body.path("messages").path(0).path("role").asString()).isEqualTo("system");
      assertThat(body.path("logprobs").asBoolean()).isTrue();
      assertThat(body.path("max_tokens").asInt()).isEqualTo(1);
    }
  }

  @Test
  void aRefusalIsCalledThat() {
    String refused =
        Replies.chat("No")
            .replace("\"content\":\"No\",\"refusal\":null", "\"content\":null,\"refusal\":\"No\"");
    String filtered = Replies.chat("").replace("\"length\"", "\"content_filter\"");
    var request =
        new CompletionRequest(
            new Prompt.Chat(List.of(new Prompt.Message(Prompt.Role.USER, "Hello"))),
            1,
            Sampling.GREEDY,
            List.of(),
            new Seed(1));
    try (var provider = FakeProvider.inOrder(Answer.json(refused), Answer.json(filtered));
        OpenAiModel model = open(provider, OpenAiOptions.PLAIN)) {
      Completion completion = model.complete(request);
      assertThat(completion.finishReason()).isEqualTo(Completion.FinishReason.REFUSED);
      assertThat(completion.text()).isEqualTo("No");
      assertThat(model.complete(request).finishReason()).isEqualTo(Completion.FinishReason.REFUSED);
    }
  }

  @Test
  void withoutScoringAScoreIsRefusedBeforeAnythingIsSent() {
    try (var provider = FakeProvider.inOrder(Answer.json("{}"));
        OpenAiModel model = open(provider, OpenAiOptions.PLAIN)) {
      assertThat(model.capabilities()).doesNotContain(Capability.SCORING);
      assertMissing(() -> model.score(new ScoreRequest(Prompt.of("a"), List.of(" b"))));
      assertThat(provider.received()).isEmpty();
    }
  }

  @Test
  void anEchoedPromptScoresItsContinuation() {
    String echoed =
        """
        {"choices":[{"text":"","finish_reason":"length","logprobs":{
          "tokens":["A"," tree",":"," o","ak"],
          "token_logprobs":[null,-3.0,-2.0,-1.5,-0.25]}}]}
        """;
    try (var provider = FakeProvider.inOrder(Answer.json(echoed));
        OpenAiModel model = open(provider, new OpenAiOptions(Scoring.ECHO, false))) {
      var score = model.score(new ScoreRequest(Prompt.of("A tree:"), List.of(" oak"))).getFirst();
      assertThat(score.logProbability()).isCloseTo(-1.75, within(1e-12));
      assertThat(provider.received().getFirst().body())
          .contains("\"prompt\":\"A tree: oak\"", "\"echo\":true", "\"max_tokens\":0");
      // The token ':' lies across the seam of this one.
      assertMissing(() -> model.score(new ScoreRequest(Prompt.of("A tre"), List.of("e: oak"))));
      assertMissing(() -> model.score(new ScoreRequest(Prompt.of("A tree:"), List.of(" elm"))));
    }
  }

  @Test
  void promptLogProbabilitiesAreReadByTokenId() {
    String scored =
        """
        {"choices":[{"text":"x","finish_reason":"length","prompt_logprobs":[null,
          {"11":{"logprob":-9.0,"decoded_token":"A"}},
          {"7":{"logprob":-1.0,"decoded_token":" o"},"1":{"logprob":-0.1,"decoded_token":"!"}},
          {"8":{"logprob":-0.5,"decoded_token":"ak"}}]}]}
        """;
    try (var provider =
            FakeProvider.start(
                request ->
                    Answer.json(
                        !request.path().equals("/tokenize")
                            ? scored
                            : request.body().contains("oak")
                                ? "{\"tokens\":[7,8]}"
                                : "{\"tokens\":[0,11]}"));
        OpenAiModel model =
            open(provider, new OpenAiOptions(Scoring.PROMPT_LOG_PROBABILITIES, false))) {
      var score = model.score(new ScoreRequest(Prompt.of("A"), List.of(" oak"))).getFirst();
      assertThat(score.tokens())
          .containsExactly(new TokenLogProbability(" o", -1), new TokenLogProbability("ak", -.5));
      assertThat(provider.received().getLast().body()).contains("\"prompt\":[0,11,7,8]");
    }
  }

  private static void assertMissing(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            EthogramException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CAPABILITY_MISSING));
  }

  private static OpenAiModel open(FakeProvider provider, OpenAiOptions abilities) {
    return OpenAiModel.open(
        Endpoint.of("openai", provider.address() + "/v1/", "m"),
        Optional.empty(),
        abilities,
        RemoteOptions.standard());
  }
}
