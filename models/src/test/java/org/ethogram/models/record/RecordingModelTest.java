package org.ethogram.models.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Prompt;
import org.ethogram.models.Sampling;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.scripted.ScriptedModel;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecordingModelTest {
  private final LanguageModel model =
      new ScriptedModel(
          "even",
          List.of(" yes", " no"),
          (prompt, said) -> {
            if (prompt.length() > 12) {
              throw new EthogramException(
                  ErrorCode.CONTEXT_OVERFLOW, "even", "13 tokens where 12 fit", "Ask less");
            }
            return said.equals(" never") ? 0 : .5;
          });

  @Test
  void everyCallIsALineWithItsRequestAndItsResponse() {
    var recording = new RecordingModel(model);
    recording.score(new ScoreRequest(Prompt.of("say \"it\""), List.of(" yes", " never")));
    recording.complete(
        new CompletionRequest(Prompt.of("go"), 1, Sampling.GREEDY, List.of("."), new Seed(3)));
    List<JsonNode> lines =
        recording.transcript().lines().map(JsonMapper.shared()::readTree).toList();

    JsonNode completion = lines.get(0);
    assertThat(completion.at("/call").asString()).isEqualTo("complete");
    assertThat(completion.at("/seed").asLong()).isEqualTo(3);
    assertThat(completion.at("/response/text").asString()).isEqualTo(" yes");
    JsonNode score = lines.get(1);
    assertThat(score.at("/prompt").asString()).isEqualTo("say \"it\"");
    assertThat(score.at("/response/scores/0/logprob").asDouble()).isEqualTo(Math.log(.5));
    assertThat(score.at("/response/scores/1/logprob").asString()).isEqualTo("-Infinity");
  }

  @Test
  void alternativesStandInTheTranscriptWhereTheyWereAskedFor() {
    var recording = new RecordingModel(model);
    var request = new ScoreRequest(Prompt.of("go"), List.of(" yes"));
    recording.score(request);
    recording.score(request.withTopLogProbabilities(2));
    List<JsonNode> lines =
        recording.transcript().lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(lines).extracting(line -> line.has("top_logprobs")).containsExactly(false, true);
    assertThat(lines.getFirst().at("/response/scores/0/tokens/0")).hasSize(2);
    assertThat(lines.getLast().at("/response/scores/0/tokens/0/2/1/0").asString()).isEqualTo(" no");
  }

  @Test
  void theOrderOfCallsLeavesNoTrace() throws Exception {
    List<String> prompts =
        IntStream.range(0, 200).mapToObj(i -> "p" + i).collect(Collectors.toList());
    var inOrder = new RecordingModel(model);
    prompts.forEach(prompt -> ask(inOrder, prompt));
    Collections.reverse(prompts);
    var concurrent = new RecordingModel(model);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      prompts.forEach(prompt -> threads.execute(() -> ask(concurrent, prompt)));
    }
    assertThat(concurrent.transcript()).isEqualTo(inOrder.transcript()).hasLineCount(200);
  }

  @Test
  void aFailureIsRecordedAndPassedOn() {
    var recording = new RecordingModel(model);
    assertThatThrownBy(() -> ask(recording, "a prompt too long"))
        .isInstanceOf(EthogramException.class);
    assertThat(recording.transcript()).contains("\"error\"").contains("13 tokens where 12 fit");
  }

  private static void ask(LanguageModel model, String prompt) {
    model.score(new ScoreRequest(Prompt.of(prompt), List.of(" yes", " no")));
  }
}
