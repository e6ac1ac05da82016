package org.ethogram.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.completions.CompletionCreateParams;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionListener;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.PromptScore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorsTest {
  private static final String OPEN = "{\"model\": \"story\", \"prompt\": \"a\", ";
  private static final String CHAT =
      "{\"model\": \"story\", \"messages\": [{\"role\": \"user\", \"content\": \"a\"}], ";

  private static final Served STORY = Served.story();

  @AfterAll
  static void stop() {
    STORY.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"temperature\": -1 | temperature | at least 0",
        "\"temperature\": \"hot\" | temperature | a number",
        "\"top_p\": 0 | top_p | in (0, 1]",
        "\"top_k\": 1.5 | top_k | whole number",
        "\"min_p\": 2 | min_p | in [0, 1]",
        "\"repetition_penalty\": 0 | repetition_penalty | greater than 0",
        "\"repeat_last_n\": 64 | repeat_last_n | from -1 to -1",
        "\"max_tokens\": 0 | max_tokens | at least 1 without 'echo'",
        "\"max_tokens\": 1e99 | max_tokens | whole number",
        "\"n\": 129 | n | from 1 to 128",
        "\"n\": 2, \"best_of\": 3 | best_of | must equal 'n'",
        "\"seed\": 1.5 | seed | whole number",
        "\"stop\": [\"\"] | stop | empty",
        "\"stop\": [1] | stop | list of strings",
        "\"logprobs\": 21 | logprobs | from 0 to 20",
        "\"echo\": 1 | echo | true or false",
        "\"stream_options\": {\"include_usage\": true} | stream_options | 'stream': true",
        "\"suffix\": \"end\" | suffix | not supported",
        "\"frequency_penalty\": 0.5 | frequency_penalty | not supported",
        "\"max_token\": 3 | max_token | Did you mean 'max_tokens'",
      })
  void aBadParameterIsNamedWithWhatItMustBe(String field, String name, String problem)
      throws Exception {
    refuses("/v1/completions", OPEN + field + "}", 400, name, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"model\": \"story\"} | prompt | is needed",
        "{\"prompt\": \"a\"} | model | is needed",
        "{\"model\": \"story\", \"prompt\": 1} | prompt | a string, a list",
        "{\"model\": \"story\", \"prompt\": [1, -2]} | prompt | from 0 on",
        "{\"model\": \"story\", \"prompt\": [1, 2.5]} | prompt | from 0 on",
        "{\"model\": \"story\", \"prompt\": [1, \"a\"]} | prompt | from 0 on",
        "{\"model\": \"story\", \"prompt\": [3000000000]} | prompt | from 0 on",
        "{\"model\": \"story\", \"prompt\": [[1, 2], \"a\"]} | prompt | a string, a list",
        "{\"model\": \"story\", \"prompt\": [\"a\", 1]} | prompt | a string, a list",
        "{\"model\": \"story\", \"prompt\": [[1, 2], []]} | prompt | empty list of tokens",
        "{\"model\": \"story\", \"prompt\": []} | prompt | empty list",
        "{\"model\": \"story\", \"prompt\": \"a\", \"prompt\": \"b\"} | - | Duplicate",
        "{\"model\": \"story\" | - | JSON",
        "[] | - | an object was expected",
        "{} {} | - | JSON",
      })
  void aBodyThatSaysNoRequestIsRefused(String body, String name, String problem) throws Exception {
    refuses("/v1/completions", body, 400, name, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"messages\": [] | messages | a list of messages",
        "\"messages\": [{\"role\": \"tool\", \"content\": \"a\"}] | messages[0].role | must be",
        "\"messages\": [{\"role\": \"user\"}] | messages[0].content | list of text parts",
        "\"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"image_url\"}]}]"
            + " | messages[0].content | no other kind",
      })
  void aConversationThatIsNoneIsRefused(String messages, String name, String problem)
      throws Exception {
    refuses("/v1/chat/completions", "{\"model\": \"story\", " + messages + "}", 400, name, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"top_logprobs\": 21, \"logprobs\": true | top_logprobs | from 0 to 20",
        "\"top_logprobs\": 1 | top_logprobs | 'logprobs': true",
        "\"max_tokens\": 1, \"max_completion_tokens\": 1 | max_tokens | the same",
        "\"tools\": [{}] | tools | not supported",
        "\"response_format\": {\"type\": \"json_object\"} | response_format | not supported",
      })
  void whatChatDoesNotDoIsRefused(String field, String name, String problem) throws Exception {
    refuses("/v1/chat/completions", CHAT + field + "}", 400, name, problem);
  }

  @Test
  void fieldsThatAskForNothingPass() throws Exception {
    String neutral =
        "\"user\": \"u\", \"frequency_penalty\": 0, \"logit_bias\": {}, \"tools\": [],"
            + " \"response_format\": {\"type\": \"text\"}, \"stop\": null, \"max_tokens\": 2}";
    assertThat(STORY.post("/v1/chat/completions", CHAT + neutral).statusCode()).isEqualTo(200);
  }

  @Test
  void theOfficialClientThrowsWhatItsUsersKnow() {
    assertThatThrownBy(() -> ask(STORY, "stori", 4))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("Did you mean 'story'");
    assertThatThrownBy(() -> ask(STORY, "story", StoryModel.CONTEXT + 1))
        .isInstanceOfSatisfying(
            BadRequestException.class,
            e -> {
              assertThat(e.code()).contains("context_length_exceeded");
              assertThat(e.param()).contains("prompt");
            });
  }

  @Test
  void theKeyIsAskedForAndNeitherShownNorLogged() throws Exception {
    ApiKey key = ApiKey.from(Map.of("KEY", "sk-right"), "KEY");
    try (Served served = Served.of(ServerOptions.LOOPBACK.withKey(key), new StoryModel("story"))) {
      var request =
          CompletionCreateParams.builder().model("story").prompt("a").maxTokens(2).build();
      OpenAIClient right = served.client("sk-right");
      OpenAIClient wrong = served.client("sk-wrong");
      assertThat(right.completions().create(request).choices()).hasSize(1);
      assertThatThrownBy(() -> wrong.completions().create(request))
          .isInstanceOf(UnauthorizedException.class)
          .hasMessageNotContaining("sk-");
      assertThatThrownBy(() -> wrong.models().list()).isInstanceOf(UnauthorizedException.class);
      right.close();
      wrong.close();
      assertThat(served.post("/v1/completions", OPEN + "\"n\": 1}").statusCode()).isEqualTo(401);
      assertThat(served.send(HttpRequest.newBuilder(served.at("/health"))).statusCode())
          .isEqualTo(200);
      for (int status : new int[] {200, 401, 401, 401}) {
        AnsweredRequest line = served.log.take();
        assertThat(line.status()).isEqualTo(status);
        assertThat(line.toString()).doesNotContain("sk-");
      }
      assertThat(key).hasToString("[secret]");
    }
  }

  @Test
  void aBodyIsLimitedAndMustBeJson() throws Exception {
    try (Served served =
        Served.of(ServerOptions.LOOPBACK.withBodyBytes(100), new StoryModel("story"))) {
      String large = OPEN + "\"stop\": \"" + "x".repeat(100) + "\"}";
      var known = served.post("/v1/completions", large);
      assertThat(known.statusCode()).isEqualTo(413);
      var unknown =
          served.send(
              HttpRequest.newBuilder(served.at("/v1/completions"))
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofInputStream(
                          () -> new ByteArrayInputStream(large.getBytes(UTF_8)))));
      assertThat(unknown.statusCode()).isEqualTo(413);
      var text =
          served.send(
              HttpRequest.newBuilder(served.at("/v1/completions"))
                  .POST(HttpRequest.BodyPublishers.ofString("{}")));
      assertThat(text.statusCode()).isEqualTo(415);
    }
  }

  @Test
  void unknownAddressesAndForeignNamesAreRefused() throws Exception {
    var nowhere = STORY.send(HttpRequest.newBuilder(STORY.at("/v1/embeddings")));
    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(Served.error(nowhere).path("code").asString()).isEqualTo("unknown_url");
    assertThat(STORY.send(HttpRequest.newBuilder(STORY.at("/v1/completions"))).statusCode())
        .isEqualTo(404);
    String reply = Wire.ask(STORY, "GET /v1/models HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    assertThat(reply).startsWith("HTTP/1.1 403");
  }

  @Test
  void aDefectIsToldWithoutItsTrace() throws Exception {
    StoryModel broken =
        new StoryModel("broken") {
          @Override
          public Completion complete(CompletionRequest request, CompletionListener listener) {
            listener.wrote(" oak", List.of());
            throw new IllegalStateException("inner secret");
          }

          @Override
          public PromptScore scorePrompt(Prompt prompt, int topLogProbabilities) {
            throw new StackOverflowError("inner secret");
          }
        };
    try (Served served = Served.of(ServerOptions.LOOPBACK, broken)) {
      String body = "{\"model\": \"broken\", \"prompt\": \"a b\", ";
      for (String rest :
          new String[] {"\"n\": 1}", "\"n\": 2}", "\"echo\": true, \"logprobs\": 1}"}) {
        HttpResponse<String> response = served.post("/v1/completions", body + rest);
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("secret").doesNotContain("at org.");
        assertThat(Served.error(response).path("code").asString()).isEqualTo("internal_error");
        assertThat(served.failures.take()).isNotNull();
      }
      HttpResponse<String> stream = served.post("/v1/completions", body + "\"stream\": true}");
      assertThat(stream.statusCode()).isEqualTo(200);
      assertThat(stream.body())
          .contains(" oak")
          .contains("internal_error")
          .doesNotContain("[DONE]")
          .doesNotContain("secret");
      for (int request = 0; request < 4; request++) {
        assertThat(served.log.take().status()).isEqualTo(500);
      }
    }
  }

  private static void ask(Served served, String model, long tokens) {
    served
        .client
        .completions()
        .create(
            CompletionCreateParams.builder().model(model).prompt("a").maxTokens(tokens).build());
  }

  private static void refuses(String path, String body, int status, String name, String problem)
      throws Exception {
    HttpResponse<String> response = STORY.post(path, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    var error = Served.error(response);
    assertThat(error.path("message").asString()).contains(problem);
    assertThat(error.path("param").isNull() ? "-" : error.path("param").asString()).isEqualTo(name);
    assertThat(error.path("type").asString()).isEqualTo("invalid_request_error");
  }
}
