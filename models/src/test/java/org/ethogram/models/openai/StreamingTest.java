package org.ethogram.models.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.Usage;
import org.ethogram.models.anthropic.AnthropicModel;
import org.ethogram.models.cache.ResponseCache;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.RemoteOptions;
import org.ethogram.models.remote.RetryRule;
import org.ethogram.models.remote.Scoring;
import org.ethogram.testkit.Answer;
import org.ethogram.testkit.FakeProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StreamingTest {
  private static final String[] TEXT = {
    text(" o", "null", "{\"tokens\":[\" o\"],\"token_logprobs\":[-1.5]}"),
    text("ak tr\u00e9", "null", "{\"tokens\":[\"ak\",\" tr\u00e9\"],\"token_logprobs\":[-0.5,-2]}"),
    text("", "\"stop\"", "null"),
    "{\"id\":\"c\",\"object\":\"text_completion\",\"created\":1,\"model\":\"m\",\"choices\":[],"
        + "\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":3,\"total_tokens\":8}}",
    "[DONE]"
  };
  private static final String[] CHAT = {
    chat("{\"role\":\"assistant\",\"content\":\"\"}", "null"),
    chat("{\"content\":\"Hel\"}", "null"),
    chat("{\"content\":\"lo\"}", "null"),
    chat("{}", "\"length\""),
    "[DONE]"
  };
  private static final String[] MESSAGES = {
    "{\"type\":\"message_start\",\"message\":{\"id\":\"x\",\"type\":\"message\",\"role\":"
        + "\"assistant\",\"model\":\"m\",\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,"
        + "\"usage\":{\"input_tokens\":9,\"output_tokens\":1}}}",
    "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}",
    "{\"type\":\"ping\"}",
    "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Hel\"}}",
    "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"lo\"}}",
    "{\"type\":\"content_block_stop\",\"index\":0}",
    "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"max_tokens\",\"stop_sequence\":null},"
        + "\"usage\":{\"output_tokens\":2}}",
    "{\"type\":\"message_stop\"}"
  };

  @TempDir private Path folder;

  private final List<String> pieces = new ArrayList<>();
  private final List<TokenLogProbability> tokens = new ArrayList<>();

  @Test
  void thePiecesOfATextAreTheCompletion() {
    try (var provider = FakeProvider.inOrder(Answer.events(TEXT));
        LanguageModel model = openAi(provider, standard())) {
      Completion completion = heard(model, text());
      assertThat(completion.text()).isEqualTo(" oak tr\u00e9");
      assertThat(pieces).containsExactly(" o", "ak tr\u00e9");
      assertThat(completion.tokens()).isEqualTo(tokens).hasSize(3);
      assertThat(completion.finishReason()).isEqualTo(Completion.FinishReason.STOP);
      assertThat(completion.usage()).isEqualTo(new Usage(5, 0, 3));
      assertThat(provider.received().getFirst().body())
          .contains("\"stream\":true", "\"include_usage\":true");
    }
  }

  @Test
  void thePiecesOfAConversationAreTheCompletion() {
    try (var provider = FakeProvider.inOrder(Answer.events(CHAT));
        LanguageModel model = openAi(provider, standard())) {
      Completion completion = heard(model, conversation());
      assertThat(completion.text()).isEqualTo("Hello");
      assertThat(pieces).containsExactly("Hel", "lo");
      assertThat(completion.finishReason()).isEqualTo(Completion.FinishReason.LENGTH);
    }
  }

  @Test
  void thePiecesOfAMessageAreTheCompletion() {
    try (var provider = FakeProvider.inOrder(Answer.events(MESSAGES));
        LanguageModel model = anthropic(provider, standard())) {
      Completion completion = heard(model, conversation());
      assertThat(completion.text()).isEqualTo("Hello");
      assertThat(pieces).containsExactly("Hel", "lo");
      assertThat(completion.finishReason()).isEqualTo(Completion.FinishReason.LENGTH);
      assertThat(completion.usage()).isEqualTo(new Usage(9, 0, 2));
      assertThat(provider.received().getFirst().body()).contains("\"stream\":true");
    }
  }

  @Test
  void aPieceIsToldWhileTheRestIsStillToCome() {
    var told = new CountDownLatch(1);
    String all = Answer.stream(TEXT);
    int cut = all.indexOf("\n\n") + 2;
    try (var provider =
            FakeProvider.inOrder(new Answer.Held(all.substring(0, cut), told, all.substring(cut)));
        LanguageModel model = openAi(provider, standard())) {
      Completion completion = model.complete(text(), (text, _) -> told.countDown());
      assertThat(completion.text()).isEqualTo(" oak tr\u00e9");
    }
  }

  static Stream<Answer> untold() {
    return Stream.of(
        Answer.status(500, "{}"),
        new Answer.Reset(),
        Answer.cutEvents(10, CHAT),
        Answer.cutEvents(Answer.stream(CHAT[0]).length(), CHAT),
        Answer.events(CHAT[0], "{\"error\":{\"message\":\"overloaded\"}}"),
        Answer.events("{\"choices\":[{"),
        Answer.events());
  }

  @ParameterizedTest
  @MethodSource("untold")
  void aStreamOfWhichNothingWasToldIsAskedForAgain(Answer fault) {
    try (var provider = FakeProvider.inOrder(fault, fault, Answer.events(CHAT));
        LanguageModel model = openAi(provider, standard())) {
      assertThat(heard(model, conversation()).text()).isEqualTo("Hello");
      assertThat(String.join("", pieces)).isEqualTo("Hello");
      assertThat(provider.received()).hasSize(3);
    }
  }

  static Stream<Answer> half() {
    return Stream.of(
        Answer.cutEvents(Answer.stream(CHAT[0], CHAT[1]).length() + 5, CHAT),
        Answer.events(CHAT[0], CHAT[1]),
        Answer.events(CHAT[0], CHAT[1], "{\"error\":{\"message\":\"overloaded\"}}"),
        Answer.events(CHAT[0], CHAT[1], "no JSON"));
  }

  @ParameterizedTest
  @MethodSource("half")
  void aStreamThatBreaksOffAfterAPieceIsAnErrorAndNotKept(Answer fault) {
    try (var provider = FakeProvider.inOrder(fault, Answer.events(CHAT));
        var cache = ResponseCache.open(folder.resolve("responses.db"));
        LanguageModel model = openAi(provider, standard().withCache(cache))) {
      assertThatThrownBy(() -> heard(model, conversation()))
          .isInstanceOfSatisfying(
              EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WORK_FAILED))
          .hasMessageContaining("broke off after a part of it was told");
      assertThat(provider.received()).hasSize(1);
      pieces.clear();
      assertThat(heard(model, conversation()).text()).isEqualTo("Hello");
    }
  }

  @Test
  void aStreamThatIsKeptIsToldAgainFromItsOwnBytes() throws Exception {
    Path file = folder.resolve("responses.db");
    try (var provider = FakeProvider.inOrder(Answer.events(CHAT));
        var cache = ResponseCache.open(file);
        LanguageModel model = openAi(provider, standard().withCache(cache))) {
      Completion first = heard(model, conversation());
      Completion second = heard(model, conversation());
      assertThat(second).isEqualTo(first);
      assertThat(pieces).containsExactly("Hel", "lo", "Hel", "lo");
      assertThat(provider.received()).hasSize(1);
    }
    assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains(Answer.stream(CHAT));
  }

  @Test
  void aServerThatDoesNotStreamTellsAllAtTheEnd() {
    try (var provider = FakeProvider.inOrder(Answer.json(Replies.completion(" oak", 5, 2)));
        LanguageModel model = openAi(provider, standard())) {
      assertThat(heard(model, text()).text()).isEqualTo(" oak");
      assertThat(pieces).containsExactly(" oak");
    }
  }

  @Test
  void aListenerThatThrowsEndsTheCall() {
    try (var provider = FakeProvider.inOrder(Answer.events(CHAT));
        LanguageModel model = openAi(provider, standard())) {
      assertThatThrownBy(
              () ->
                  model.complete(
                      conversation(),
                      (text, _) -> {
                        throw new IllegalStateException("enough");
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("enough");
      assertThat(provider.received()).hasSize(1);
    }
  }

  @Test
  void aSilentStreamIsLeft() {
    var never = new CountDownLatch(1);
    try (var provider =
            FakeProvider.inOrder(
                new Answer.Held("", never, Answer.stream(CHAT)), Answer.events(CHAT));
        LanguageModel model = openAi(provider, standard().withTimeout(Duration.ofMillis(500)))) {
      assertThat(heard(model, conversation()).text()).isEqualTo("Hello");
      assertThat(provider.received()).hasSize(2);
      never.countDown();
    }
  }

  private Completion heard(LanguageModel model, CompletionRequest request) {
    return model.complete(
        request,
        (text, found) -> {
          pieces.add(text);
          tokens.addAll(found);
        });
  }

  private static RemoteOptions standard() {
    return RemoteOptions.standard().withRetry(RetryRule.STANDARD, wait -> {});
  }

  private static LanguageModel openAi(FakeProvider provider, RemoteOptions options) {
    return OpenAiModel.open(
        Endpoint.of("openai", provider.address() + "/v1", "m"),
        Optional.empty(),
        new OpenAiOptions(Scoring.NONE, true),
        options);
  }

  private static LanguageModel anthropic(FakeProvider provider, RemoteOptions options) {
    return AnthropicModel.open(
        Endpoint.of("anthropic", provider.address().toString(), "m"), Optional.empty(), options);
  }

  private static CompletionRequest text() {
    return request(Prompt.of("A tree:"));
  }

  private static CompletionRequest conversation() {
    return request(
        new Prompt.Chat(List.of(new Prompt.Message(Prompt.Role.USER, "Greet the world"))));
  }

  private static CompletionRequest request(Prompt prompt) {
    return new CompletionRequest(prompt, 7, Sampling.GREEDY, List.of(), new Seed(1));
  }

  private static String text(String text, String reason, String logprobs) {
    return "{\"id\":\"c\",\"object\":\"text_completion\",\"created\":1,\"model\":\"m\",\"choices\":[{"
               + "\"index\":0,\"text\":\""
        + text
        + "\",\"finish_reason\":"
        + reason
        + ",\"logprobs\":"
        + logprobs
        + "}]}";
  }

  private static String chat(String delta, String reason) {
    return "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{"
               + "\"index\":0,\"delta\":"
        + delta
        + ",\"finish_reason\":"
        + reason
        + ",\"logprobs\":null}]}";
  }
}
