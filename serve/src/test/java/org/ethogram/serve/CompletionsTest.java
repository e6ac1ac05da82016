package org.ethogram.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.core.http.StreamResponse;
import com.openai.models.completions.Completion;
import com.openai.models.completions.CompletionChoice;
import com.openai.models.completions.CompletionCreateParams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ethogram.core.Seed;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.openai.OpenAiModel;
import org.ethogram.models.openai.OpenAiOptions;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.RemoteOptions;
import org.ethogram.models.remote.Scoring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompletionsTest {
  private final StoryModel story = new StoryModel("story");
  private final Served served = Served.of(ServerOptions.LOOPBACK, story, new StoryModel("twin"));

  @AfterEach
  void close() {
    served.close();
  }

  @Test
  void modelsAreListedByName() {
    assertThat(served.client.models().list().data()).extracting("id").hasSize(2);
    assertThat(served.client.models().list().data().get(1).id()).isEqualTo("twin");
    assertThat(served.client.models().retrieve("story").id()).isEqualTo("story");
  }

  @Test
  void aCompletionIsTheModelsOwnAtTheSameSeed() {
    Completion answer = served.client.completions().create(asked("an oak").seed(7).build());
    var local = local("an oak", 6, 7);
    CompletionChoice choice = answer.choices().getFirst();
    assertThat(choice.text()).isEqualTo(local.text());
    assertThat(choice.finishReason()).isEqualTo(CompletionChoice.FinishReason.LENGTH);
    assertThat(choice.logprobs().orElseThrow().tokenLogprobs().orElseThrow())
        .containsExactlyElementsOf(logProbabilities(local.tokens()));
    assertThat(choice.logprobs().orElseThrow().textOffset().orElseThrow())
        .startsWith(0L, (long) local.tokens().getFirst().text().length());
    assertThat(answer.usage().orElseThrow().promptTokens()).isEqualTo(2);
    assertThat(answer.usage().orElseThrow().completionTokens()).isEqualTo(6);
    assertThat(answer.systemFingerprint()).contains("fp_ab12");
  }

  @Test
  void aStreamSaysWhatTheWholeAnswerSays() {
    CompletionCreateParams asked = asked("an oak").seed(7).n(2).build();
    Completion whole = served.client.completions().create(asked);
    List<Completion> parts = new ArrayList<>();
    try (StreamResponse<Completion> stream = served.client.completions().createStreaming(asked)) {
      stream.stream().forEach(parts::add);
    }
    for (CompletionChoice expected : whole.choices()) {
      List<CompletionChoice> told =
          parts.stream()
              .flatMap(part -> part.choices().stream())
              .filter(choice -> choice.index() == expected.index())
              .toList();
      assertThat(told).hasSize(7);
      assertThat(told.stream().map(CompletionChoice::text).collect(Collectors.joining()))
          .isEqualTo(expected.text());
      assertThat(told.getLast().finishReason()).isEqualTo(expected.finishReason());
      assertThat(
              told.stream()
                  .flatMap(choice -> choice.logprobs().stream())
                  .flatMap(told1 -> told1.textOffset().orElseThrow().stream()))
          .containsExactlyElementsOf(expected.logprobs().orElseThrow().textOffset().orElseThrow());
    }
  }

  @Test
  void everyPromptHasItsChoicesAndTheFirstIsThatOfThePromptAlone() {
    Completion answer =
        served
            .client
            .completions()
            .create(
                asked("").promptOfArrayOfStrings(List.of("an oak", "a rose")).n(3).seed(7).build());
    assertThat(answer.choices()).hasSize(6);
    assertThat(answer.choices().get(0).text()).isEqualTo(local("an oak", 6, 7).text());
    assertThat(answer.choices().get(3).text()).isEqualTo(local("a rose", 6, 7).text());
    assertThat(answer.choices().subList(0, 3)).extracting("text").doesNotHaveDuplicates();
    assertThat(answer.usage().orElseThrow().promptTokens()).isEqualTo(4);
    assertThat(answer.usage().orElseThrow().completionTokens()).isEqualTo(36);
  }

  @Test
  void requestsWithoutASeedDifferAndDefaultsAreTheInterfaces() {
    List<String> texts = new ArrayList<>();
    for (int repeat = 0; repeat < 4; repeat++) {
      Completion answer =
          served
              .client
              .completions()
              .create(CompletionCreateParams.builder().model("story").prompt("an oak").build());
      assertThat(answer.usage().orElseThrow().completionTokens()).isEqualTo(16);
      assertThat(answer.choices().getFirst().logprobs()).isEmpty();
      texts.add(answer.choices().getFirst().text());
    }
    assertThat(texts).doesNotHaveDuplicates();
  }

  @Test
  void aStopEndsACompletion() {
    CompletionChoice choice =
        served
            .client
            .completions()
            .create(asked(" oak").temperature(0).stopOfStrings(List.of(" pine", " moss")).build())
            .choices()
            .getFirst();
    assertThat(choice.text()).isEqualTo(" rose fern");
    assertThat(choice.finishReason()).isEqualTo(CompletionChoice.FinishReason.STOP);
  }

  @Test
  void anEchoedPromptIsScoredAsTheModelScoresIt() {
    CompletionChoice choice =
        served
            .client
            .completions()
            .create(asked("the oak rose moss").maxTokens(0).echo(true).build())
            .choices()
            .getFirst();
    var told = choice.logprobs().orElseThrow();
    assertThat(choice.text()).isEqualTo("the oak rose moss");
    assertThat(told.tokens().orElseThrow()).containsExactly("the", " oak", " rose", " moss");
    assertThat(told.tokenLogprobs().orElseThrow())
        .isEqualTo(
            java.util.Arrays.asList(
                null, StoryModel.LIKELY, StoryModel.LIKELY, StoryModel.UNLIKELY));
    assertThat(told.textOffset().orElseThrow()).containsExactly(0L, 3L, 7L, 12L);
  }

  @Test
  void offsetsCountACharacterOutsideTheBasicPlaneOnce() {
    CompletionChoice choice =
        served
            .client
            .completions()
            .create(asked("the \uD83C\uDF33 rose").maxTokens(0).echo(true).build())
            .choices()
            .getFirst();
    assertThat(choice.logprobs().orElseThrow().textOffset().orElseThrow())
        .containsExactly(0L, 3L, 5L);
  }

  /** Our own client for such servers finds the local scores again. */
  @Test
  void scoringThroughTheServerEqualsScoringHere() {
    var request = new ScoreRequest(Prompt.of("the oak rose"), List.of(" fern", " moss reed oak"));
    try (LanguageModel remote =
        OpenAiModel.open(
            Endpoint.of("openai", served.at("/v1").toString(), "twin"),
            Optional.empty(),
            new OpenAiOptions(Scoring.ECHO, true),
            RemoteOptions.standard())) {
      assertThat(remote.score(request)).isEqualTo(story.score(request));
      var completion =
          new CompletionRequest(
              Prompt.of("an oak"), 5, Sampling.atTemperature(1), List.of(), new Seed(9));
      assertThat(remote.complete(completion).tokens())
          .isEqualTo(story.complete(completion).tokens());
      var ruled =
          new CompletionRequest(
              Prompt.of("an oak"),
              5,
              Sampling.atTemperature(1)
                  .withTopTokens(3)
                  .withMinimumProbability(.01)
                  .withRepetitionPenalty(2),
              List.of(),
              new Seed(9));
      List<String> pieces = new ArrayList<>();
      var streamed = remote.complete(ruled, (text, _) -> pieces.add(text));
      assertThat(streamed.tokens()).isEqualTo(story.complete(ruled).tokens());
      assertThat(String.join("", pieces)).isEqualTo(streamed.text());
    }
  }

  @Test
  void aPromptAndItsCompletionStandTogetherInAnEcho() {
    CompletionChoice choice =
        served
            .client
            .completions()
            .create(asked("the oak").maxTokens(2).temperature(0).echo(true).build())
            .choices()
            .getFirst();
    assertThat(choice.text()).isEqualTo("the oak rose fern");
    assertThat(choice.logprobs().orElseThrow().textOffset().orElseThrow())
        .containsExactly(0L, 3L, 7L, 12L);
  }

  /** Clients let one token be written and take one off the end: it must be there. */
  @Test
  void theTokenThatEndsAnEchoedTextIsCountedAmongItsTokens() {
    CompletionChoice choice =
        served
            .client
            .completions()
            .create(asked("the oak").maxTokens(1).temperature(0).stop(" rose").echo(true).build())
            .choices()
            .getFirst();
    assertThat(choice.text()).isEqualTo("the oak");
    assertThat(choice.logprobs().orElseThrow().tokens().orElseThrow())
        .containsExactly("the", " oak", "");
    assertThat(choice.logprobs().orElseThrow().tokenLogprobs().orElseThrow())
        .containsExactly(null, StoryModel.LIKELY, null);
  }

  private org.ethogram.models.Completion local(String prompt, int tokens, long seed) {
    return story.complete(
        new CompletionRequest(
            Prompt.of(prompt), tokens, Sampling.atTemperature(1), List.of(), new Seed(seed)));
  }

  private static List<Double> logProbabilities(List<TokenLogProbability> tokens) {
    return tokens.stream().map(TokenLogProbability::logProbability).toList();
  }

  private static CompletionCreateParams.Builder asked(String prompt) {
    return CompletionCreateParams.builder().model("story").prompt(prompt).maxTokens(6).logprobs(1);
  }
}
