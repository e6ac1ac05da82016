package org.ethogram.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.core.http.StreamResponse;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import java.util.ArrayList;
import java.util.List;
import org.ethogram.core.Seed;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.Prompt;
import org.ethogram.models.Prompt.Message;
import org.ethogram.models.Prompt.Role;
import org.ethogram.models.Sampling;
import org.ethogram.models.TokenLogProbability;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatTest {
  private final StoryModel story = new StoryModel("story");
  private final Served served = Served.of(ServerOptions.LOOPBACK, story);

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void aChatIsTheModelsOwnAtTheSameSeed() {
    ChatCompletion answer = served.client.chat().completions().create(asked().build());
    var local =
        story.complete(
            new CompletionRequest(
                new Prompt.Chat(
                    List.of(
                        new Message(Role.SYSTEM, "be brief"), new Message(Role.USER, "a tree"))),
                5,
                Sampling.atTemperature(1),
                List.of(),
                new Seed(7)));
    ChatCompletion.Choice choice = answer.choices().getFirst();
    assertThat(choice.message().content()).contains(local.text());
    assertThat(choice.logprobs().orElseThrow().content().orElseThrow())
        .extracting("logprob")
        .hasSize(5);
    assertThat(
            choice.logprobs().orElseThrow().content().orElseThrow().stream()
                .map(token -> new TokenLogProbability(token.token(), token.logprob())))
        .isEqualTo(local.tokens());
    assertThat(answer.usage().orElseThrow().completionTokens()).isEqualTo(5);
  }

  @Test
  void aStreamSaysWhatTheWholeAnswerSays() {
    ChatCompletionCreateParams asked =
        asked()
            .streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build())
            .build();
    ChatCompletion whole = served.client.chat().completions().create(asked().build());
    ChatCompletionAccumulator gathered = ChatCompletionAccumulator.create();
    List<ChatCompletionChunk> parts = new ArrayList<>();
    try (StreamResponse<ChatCompletionChunk> stream =
        served.client.chat().completions().createStreaming(asked)) {
      stream.stream().peek(parts::add).forEach(gathered::accumulate);
    }
    ChatCompletion.Choice told = gathered.chatCompletion().choices().getFirst();
    ChatCompletion.Choice expected = whole.choices().getFirst();
    assertThat(told.message().content()).isEqualTo(expected.message().content());
    assertThat(told.finishReason()).isEqualTo(expected.finishReason());
    assertThat(told.logprobs().orElseThrow().content())
        .isEqualTo(expected.logprobs().orElseThrow().content());
    assertThat(parts).hasSize(8);
    assertThat(parts.getFirst().choices().getFirst().delta().role()).isPresent();
    assertThat(parts.getLast().usage().orElseThrow().completionTokens()).isEqualTo(5);
  }

  @Test
  void withoutAMaximumAnAnswerIsAsLongAsTheContextAllows() {
    ChatCompletion answer =
        served
            .client
            .chat()
            .completions()
            .create(
                ChatCompletionCreateParams.builder()
                    .model("story")
                    .addUserMessage("a tall tree")
                    .build());
    // The last token is not read, so one more than the context's tokens is written.
    assertThat(answer.usage().orElseThrow().totalTokens()).isEqualTo(StoryModel.CONTEXT + 1);
    assertThat(answer.choices().getFirst().finishReason())
        .isEqualTo(ChatCompletion.Choice.FinishReason.LENGTH);
  }

  @Test
  void textPartsAreJoined() throws Exception {
    String parts =
        """
        {"model": "story", "seed": 3, "max_tokens": 4, "messages": [
          {"role": "developer", "content": "be brief"},
          {"role": "user", "content": [{"type": "text", "text": "a "}, {"type": "text", "text": "tree"}]}]}
        """;
    String whole =
        """
        {"model": "story", "seed": 3, "max_completion_tokens": 4, "messages": [
          {"role": "system", "content": "be brief"}, {"role": "user", "content": "a tree"}]}
        """;
    assertThat(text(parts)).isEqualTo(text(whole));
  }

  private String text(String body) throws Exception {
    var response = served.post("/v1/chat/completions", body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return tools.jackson.databind.json.JsonMapper.shared()
        .readTree(response.body())
        .at("/choices/0/message/content")
        .asString();
  }

  @SuppressWarnings("deprecation") // the seed, at OpenAI
  private static ChatCompletionCreateParams.Builder asked() {
    return ChatCompletionCreateParams.builder()
        .model("story")
        .addSystemMessage("be brief")
        .addUserMessage("a tree")
        .maxCompletionTokens(5)
        .logprobs(true)
        .topLogprobs(1)
        .seed(7);
  }
}
