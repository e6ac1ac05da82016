package org.ethogram.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.completions.Completion;
import com.openai.models.completions.CompletionChoice;
import com.openai.models.completions.CompletionCreateParams;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.ethogram.core.Seed;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Prompt;
import org.ethogram.models.PromptScore;
import org.ethogram.models.Sampling;
import org.ethogram.models.ScoreRequest;
import org.ethogram.models.TokenLogProbability;
import org.ethogram.models.openai.OpenAiModel;
import org.ethogram.models.openai.OpenAiOptions;
import org.ethogram.models.remote.Endpoint;
import org.ethogram.models.remote.RemoteOptions;
import org.ethogram.models.remote.Scoring;
import org.ethogram.torch.engine.LocalModel;
import org.ethogram.torch.engine.LocalModelOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ServeCommandTest {
  @TempDir static Path folder;

  private static LocalModel local;
  private static RunningCommand served;
  private static OpenAIClient client;

  @BeforeAll
  static void start() throws Exception {
    Path model = SmallModel.model(folder.resolve("small"));
    var adapters = new LinkedHashMap<String, Path>();
    adapters.put("warm", SmallModel.adapter(folder.resolve("warm"), 1));
    adapters.put("cold", SmallModel.adapter(folder.resolve("cold"), -1));
    local = LocalModel.open(model, LocalModelOptions.DEFAULT, adapters);
    served =
        RunningCommand.with(
            "--model",
            model.toString(),
            "--adapter",
            "warm=" + adapters.get("warm"),
            "--adapter",
            "cold=" + adapters.get("cold"),
            "--device",
            "cpu",
            "--dtype",
            "float32");
    client = client(served, "none");
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    served.close();
    local.close();
  }

  @Test
  void theBaseAndEachAdapterAreModels() {
    assertThat(client.models().list().data().stream().map(model -> model.id()))
        .containsExactly("small", "warm", "cold");
    assertThat(List.of("small", "warm", "cold").stream().map(name -> told(name, 3).text()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "warm", "cold"})
  void completionsAndTheirLogProbabilitiesAreTheLocalOnes(String name) {
    CompletionChoice told = told(name, 7);
    var expected = here(name).complete(request(7));
    assertThat(told.text()).isEqualTo(expected.text());
    assertThat(told.logprobs().orElseThrow().tokens().orElseThrow())
        .isEqualTo(expected.tokens().stream().map(TokenLogProbability::text).toList());
    List<Double> values = told.logprobs().orElseThrow().tokenLogprobs().orElseThrow();
    for (int token = 0; token < values.size(); token++) {
      assertThat(values.get(token))
          .isCloseTo(expected.tokens().get(token).logProbability(), within(1e-4));
    }
  }

  @Test
  void aStreamSaysWhatTheWholeAnswerSays() {
    List<CompletionChoice> parts = new ArrayList<>();
    try (StreamResponse<Completion> stream =
        client.completions().createStreaming(asked("warm", 7))) {
      stream.stream().forEach(part -> parts.addAll(part.choices()));
    }
    CompletionChoice whole = told("warm", 7);
    assertThat(parts).hasSizeGreaterThan(8);
    assertThat(parts.stream().map(CompletionChoice::text).collect(Collectors.joining()))
        .isEqualTo(whole.text());
    assertThat(parts.getLast().finishReason()).isEqualTo(whole.finishReason());
    assertThat(
            parts.stream()
                .flatMap(part -> part.logprobs().stream())
                .flatMap(told -> told.tokens().orElseThrow().stream()))
        .isEqualTo(whole.logprobs().orElseThrow().tokens().orElseThrow());
  }

  @Test
  void aConversationIsAnsweredAsByTheLocalModel() {
    var conversation =
        new Prompt.Chat(
            List.of(
                new Prompt.Message(Prompt.Role.SYSTEM, "be brief"),
                new Prompt.Message(Prompt.Role.USER, "a rose?")));
    var expected =
        here("warm")
            .complete(
                new CompletionRequest(conversation, 12, Sampling.GREEDY, List.of(), new Seed(1)));
    var told =
        client
            .chat()
            .completions()
            .create(
                ChatCompletionCreateParams.builder()
                    .model("warm")
                    .addSystemMessage("be brief")
                    .addUserMessage("a rose?")
                    .maxCompletionTokens(12)
                    .temperature(0)
                    .build());
    assertThat(told.choices().getFirst().message().content()).contains(expected.text());
    assertThat(told.usage().orElseThrow().promptTokens())
        .isEqualTo(expected.usage().promptTokens());
  }

  /** Our own client for such servers finds the local scores again. */
  @ParameterizedTest
  @ValueSource(strings = {"small", "cold"})
  void scoresThroughTheServerAreTheLocalOnes(String name) {
    var request = new ScoreRequest(Prompt.of("A rose is"), List.of(" a rose", " red.", "\n"));
    try (LanguageModel remote =
        OpenAiModel.open(
            Endpoint.of("openai", served.address(), name),
            Optional.empty(),
            new OpenAiOptions(Scoring.ECHO, true),
            RemoteOptions.standard())) {
      List<ContinuationScore> found = remote.score(request);
      List<ContinuationScore> expected = here(name).score(request);
      for (int one = 0; one < expected.size(); one++) {
        assertThat(found.get(one).tokens()).hasSameSizeAs(expected.get(one).tokens());
        assertThat(found.get(one).logProbability())
            .isCloseTo(expected.get(one).logProbability(), within(1e-4));
      }
    }
  }

  /**
   * The request of lm-evaluation-harness (local-completions) with the numbers of tokens; what it
   * reads is what the local model tells of exactly these tokens.
   */
  @ParameterizedTest
  @ValueSource(strings = {"small", "warm"})
  void anEvaluationHarnessReadsTheLocalLogProbabilities(String name) throws Exception {
    List<Integer> tokens = List.of(66, 33, 115, 112, 116, 102); // "A rose", a byte each, and one
    String body =
        """
        {"model": "%s", "prompt": [%s], "temperature": 0, "max_tokens": 1, "logprobs": 1,
         "seed": 1234, "echo": true}
        """
            .formatted(name, tokens);
    JsonNode told = post(body).at("/choices/0/logprobs");
    PromptScore expected = here(name).scorePrompt(new Prompt.Tokens(tokens), 1);
    assertThat(told.path("tokens")).hasSize(tokens.size() + 1);
    assertThat(told.path("token_logprobs").path(0).isNull()).isTrue();
    for (int token = 1; token < tokens.size(); token++) {
      TokenLogProbability local = expected.following().get(token - 1);
      double most =
          told.path("top_logprobs")
              .path(token)
              .valueStream()
              .mapToDouble(JsonNode::asDouble)
              .max()
              .orElseThrow();
      assertThat(told.path("token_logprobs").path(token).asDouble())
          .isCloseTo(local.logProbability(), within(1e-4));
      assertThat(most).isCloseTo(local.alternatives().getFirst().logProbability(), within(1e-4));
    }
    JsonNode written = told.path("top_logprobs").path(tokens.size());
    assertThat(written.path(told.path("tokens").path(tokens.size()).asString()).asDouble())
        .isEqualTo(told.path("token_logprobs").path(tokens.size()).asDouble());
  }

  @Test
  void aTokenThatTheModelDoesNotKnowIsRefused() throws Exception {
    JsonNode refused = post("{\"model\": \"small\", \"prompt\": [1, 257]}");
    assertThat(refused.at("/error/param").asString()).isEqualTo("prompt");
    assertThat(refused.at("/error/message").asString()).contains("257");
  }

  private static JsonNode post(String body) throws Exception {
    try (var bare = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create(served.address() + "/completions"))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return JsonMapper.shared()
          .readTree(bare.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }

  @Test
  void sixtyFourClientsOfThreeModelsEachGetTheirOwnAnswer() throws Exception {
    List<String> names = List.of("small", "warm", "cold");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> told = new ArrayList<>();
      for (int one = 0; one < 64; one++) {
        int seed = one;
        told.add(threads.submit(() -> told(names.get(seed % 3), seed).text()));
      }
      for (int seed = 0; seed < 64; seed++) {
        assertThat(told.get(seed).get())
            .isEqualTo(here(names.get(seed % 3)).complete(request(seed)).text());
      }
    }
  }

  /** The whole context would take thousands of steps; the log line comes when it has ended. */
  @Test
  void aStreamThatIsCancelledEndsTheComputation() throws Exception {
    try (RunningCommand running =
        RunningCommand.with("--model", folder.resolve("small").toString())) {
      OpenAIClient asking = client(running, "none");
      var endless =
          CompletionCreateParams.builder()
              .model("small")
              .prompt("A rose is")
              .maxTokens(SmallModel.CONTEXT - 100)
              .temperature(0)
              .build();
      try (StreamResponse<Completion> stream = asking.completions().createStreaming(endless)) {
        assertThat(stream.stream().findFirst()).isPresent();
      }
      var line = running.line();
      assertThat(line.path("status").asInt()).isEqualTo(499);
      assertThat(line.path("model").asString()).isEqualTo("small");
      asking.completions().create(asked("small", 1));
      assertThat(running.line().path("status").asInt()).isEqualTo(200);
      asking.close();
    }
  }

  @Test
  void whatDoesNotFitIsSaidSo() {
    assertThatThrownBy(
            () ->
                client
                    .completions()
                    .create(
                        CompletionCreateParams.builder()
                            .model("small")
                            .prompt("a rose")
                            .maxTokens(SmallModel.CONTEXT)
                            .build()))
        .isInstanceOfSatisfying(
            BadRequestException.class,
            e -> assertThat(e.code()).contains("context_length_exceeded"));
  }

  @Test
  void aLineTellsOfEachRequestAndAnInterruptEndsWell() throws Exception {
    RunningCommand running =
        RunningCommand.with(
            Map.of("ETHOGRAM_TEST_KEY", "sk-of-the-test"),
            "--model",
            folder.resolve("small").toString(),
            "--name",
            "mine",
            "--key-variable",
            "ETHOGRAM_TEST_KEY");
    assertThat(running.ready.path("models").toString()).isEqualTo("[\"mine\"]");
    OpenAIClient right = client(running, "sk-of-the-test");
    OpenAIClient wrong = client(running, "sk-of-another");
    right.completions().create(asked("mine", 1));
    var line = running.line();
    assertThat(line.path("model").asString()).isEqualTo("mine");
    assertThat(line.path("status").asInt()).isEqualTo(200);
    assertThat(line.path("prompt_tokens").asInt()).isEqualTo(9);
    assertThat(line.path("completion_tokens").asInt()).isBetween(1, 12);
    assertThat(line.path("seconds").asDouble()).isPositive();
    assertThatThrownBy(() -> wrong.completions().create(asked("mine", 1)))
        .isInstanceOf(UnauthorizedException.class);
    assertThat(running.line().path("status").asInt()).isEqualTo(401);
    right.close();
    wrong.close();
    running.interrupt();
    assertThat(running.exitCode()).isZero();
    assertThat(running.line().path("event").asString()).isEqualTo("ended");
    assertThat(running.errors.toString()).doesNotContain("sk-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--host 0.0.0.0 | give --key-variable, or --without-key",
        "--host 0.0.0.0 --without-key --key-variable KEY | contradict",
        "--key-variable KEY | it is to hold the key and is not set",
        "--port 65536 | from 0 to 65535",
        "--max-requests 0 | at least 1",
        "--max-body 0 | at least 1",
        "--adapter warm | NAME=DIR",
        "--use base | Unknown option",
      })
  void whatCannotBeServedIsRefusedBeforeAModelIsRead(String arguments, String problem) {
    assertThat(RunningCommand.refusal(Map.of(), ("--model absent " + arguments).split(" ")))
        .startsWith("2 ")
        .contains(problem);
  }

  @Test
  void anAdapterWithTheNameOfTheModelNeedsAnotherName() {
    assertThat(
            RunningCommand.refusal(
                Map.of(),
                "--model",
                folder.resolve("small").toString(),
                "--adapter",
                "small=" + folder.resolve("warm")))
        .startsWith("2 ")
        .contains("give another --name");
  }

  private static OpenAIClient client(RunningCommand running, String key) {
    return OpenAIOkHttpClient.builder()
        .baseUrl(running.address())
        .apiKey(key)
        .maxRetries(0)
        .build();
  }

  private static LanguageModel here(String name) {
    return name.equals("small") ? local : local.adapted(name);
  }

  private static CompletionChoice told(String name, long seed) {
    return client.completions().create(asked(name, seed)).choices().getFirst();
  }

  private static CompletionCreateParams asked(String name, long seed) {
    return CompletionCreateParams.builder()
        .model(name)
        .prompt("A rose is")
        .maxTokens(12)
        .logprobs(1)
        .seed(seed)
        .build();
  }

  private static CompletionRequest request(long seed) {
    return new CompletionRequest(
        Prompt.of("A rose is"), 12, Sampling.atTemperature(1), List.of(), new Seed(seed));
  }
}
