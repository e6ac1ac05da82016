package org.ethogram.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionTokenLogprob;
import com.openai.models.completions.Completion;
import com.openai.models.completions.CompletionChoice;
import com.openai.models.completions.CompletionCreateParams;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The most probable tokens of each position, and prompts as the numbers of tokens. */
class AlternativesTest {
  private final Served served = Served.story();

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void completionsTellAsManyAsAreAskedForAndTheTokenItself() throws Exception {
    JsonNode told =
        choice(
                """
                {"model": "story", "prompt": "the oak moss", "max_tokens": 1, "temperature": 0,
                 "echo": true, "logprobs": 2}
                """)
            .path("logprobs");
    assertThat(told.path("tokens").toString()).isEqualTo("[\"the\",\" oak\",\" moss\",\" reed\"]");
    JsonNode top = told.path("top_logprobs");
    assertThat(top.path(0).isNull()).isTrue();
    assertThat(top.path(2).propertyNames()).containsExactly(" rose", " fern", " moss");
    assertThat(top.path(2).path(" rose").asDouble()).isEqualTo(StoryModel.LIKELY);
    assertThat(top.path(2).path(" moss").asDouble())
        .isEqualTo(told.path("token_logprobs").path(2).asDouble())
        .isEqualTo(StoryModel.UNLIKELY);
    assertThat(top.path(3).propertyNames()).containsExactly(" reed", " sage");
  }

  @Test
  void chatTellsThemMostProbableFirst() {
    List<ChatCompletionTokenLogprob> tokens =
        served
            .client
            .chat()
            .completions()
            .create(
                ChatCompletionCreateParams.builder()
                    .model("story")
                    .addUserMessage("a tree oak")
                    .maxCompletionTokens(3)
                    .temperature(0)
                    .logprobs(true)
                    .topLogprobs(20)
                    .build())
            .choices()
            .getFirst()
            .logprobs()
            .orElseThrow()
            .content()
            .orElseThrow();
    assertThat(tokens).hasSize(3);
    for (ChatCompletionTokenLogprob token : tokens) {
      assertThat(token.topLogprobs()).hasSize(StoryModel.WORDS.size());
      assertThat(token.topLogprobs().getFirst().token()).isEqualTo(token.token());
      assertThat(token.topLogprobs().getFirst().logprob()).isEqualTo(StoryModel.LIKELY);
      assertThat(token.topLogprobs().getLast().logprob()).isEqualTo(StoryModel.UNLIKELY);
      assertThat(token.topLogprobs().getLast().bytes().orElseThrow()).startsWith((long) ' ');
    }
  }

  @Test
  void streamsTellWhatTheWholeAnswerTells() {
    var asked =
        CompletionCreateParams.builder()
            .model("story")
            .promptOfArrayOfTokens(List.of(0L, 3L))
            .maxTokens(4)
            .seed(5)
            .echo(true)
            .logprobs(3)
            .build();
    CompletionChoice whole = served.client.completions().create(asked).choices().getFirst();
    List<CompletionChoice> parts = new ArrayList<>();
    try (StreamResponse<Completion> stream = served.client.completions().createStreaming(asked)) {
      stream.stream().flatMap(part -> part.choices().stream()).forEach(parts::add);
    }
    assertThat(parts.stream().map(CompletionChoice::text).collect(Collectors.joining()))
        .isEqualTo(whole.text())
        .startsWith(" oak moss");
    assertThat(
            parts.stream()
                .flatMap(part -> part.logprobs().stream())
                .flatMap(told -> told.topLogprobs().orElseThrow().stream())
                .map(String::valueOf))
        .isEqualTo(
            whole.logprobs().orElseThrow().topLogprobs().orElseThrow().stream()
                .map(String::valueOf)
                .toList());
  }

  @Test
  void listsOfNumbersAreOnePromptOrSeveral() {
    Completion answer =
        served
            .client
            .completions()
            .create(
                CompletionCreateParams.builder()
                    .model("story")
                    .promptOfArrayOfTokenArrays(List.of(List.of(0L, 1L), List.of(6L)))
                    .maxTokens(1)
                    .temperature(0)
                    .build());
    assertThat(answer.choices())
        .extracting(CompletionChoice::text)
        .containsExactly(" fern", " pine");
    assertThat(answer.usage().orElseThrow().promptTokens()).isEqualTo(3);
  }

  @Test
  void anEchoOfNumbersAloneIsTheirText() throws Exception {
    String body = "{\"model\": \"story\", \"prompt\": [2, 4], \"max_tokens\": 0, \"echo\": true";
    JsonNode plain = choice(body + "}");
    assertThat(plain.path("text").asString()).isEqualTo(" fern reed");
    assertThat(plain.path("logprobs").isNull()).isTrue();
    JsonNode told = choice(body + ", \"logprobs\": 0}").path("logprobs");
    assertThat(told.path("token_logprobs").path(0).isNull()).isTrue();
    assertThat(told.path("token_logprobs").path(1).asDouble()).isEqualTo(StoryModel.UNLIKELY);
    assertThat(told.path("text_offset").toString()).isEqualTo("[0,5]");
    assertThat(told.path("top_logprobs").isNull()).isTrue();
  }

  /**
   * The request of lm-evaluation-harness (local-completions) for log-likelihoods, and what it reads
   * from the answer: the context's tokens and the one that was written are taken off.
   */
  @Test
  void anEvaluationHarnessFindsLogLikelihoodsAndWhetherTheyAreGreedy() throws Exception {
    String body =
        """
        {"model": "story", "prompt": PROMPTS, "temperature": 0, "max_tokens": 1, "logprobs": 1,
         "seed": 1234, "echo": true}
        """;
    for (String prompts :
        List.of(
            "[[0, 1, 2], [3, 5], [7, 0, 4, 5]]",
            "[\" oak rose fern\", \" moss sage\", \" pine oak reed sage\"]")) {
      JsonNode choices = answer(body.replace("PROMPTS", prompts)).path("choices");
      assertThat(logLikelihood(choices.path(0), 1)).isEqualTo(2 * StoryModel.LIKELY);
      assertThat(isGreedy(choices.path(0), 1)).isTrue();
      assertThat(logLikelihood(choices.path(1), 1)).isEqualTo(StoryModel.UNLIKELY);
      assertThat(isGreedy(choices.path(1), 1)).isFalse();
      assertThat(logLikelihood(choices.path(2), 2))
          .isEqualTo(StoryModel.UNLIKELY + StoryModel.LIKELY);
      assertThat(isGreedy(choices.path(2), 2)).isFalse();
      assertThat(isGreedy(choices.path(2), 3)).isTrue();
    }
  }

  private static double logLikelihood(JsonNode choice, int context) {
    JsonNode values = choice.at("/logprobs/token_logprobs");
    double sum = 0;
    for (int token = context; token < values.size() - 1; token++) {
      sum += values.path(token).asDouble();
    }
    return sum;
  }

  private static boolean isGreedy(JsonNode choice, int context) {
    JsonNode values = choice.at("/logprobs/token_logprobs");
    for (int token = context; token < values.size() - 1; token++) {
      double most =
          choice
              .at("/logprobs/top_logprobs")
              .path(token)
              .valueStream()
              .mapToDouble(JsonNode::asDouble)
              .max()
              .orElseThrow();
      if (values.path(token).asDouble() != most) {
        return false;
      }
    }
    return true;
  }

  private JsonNode choice(String body) throws Exception {
    return answer(body).path("choices").path(0);
  }

  private JsonNode answer(String body) throws Exception {
    var response = served.post("/v1/completions", body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(response.body());
  }
}
