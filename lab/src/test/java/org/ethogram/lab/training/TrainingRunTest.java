package org.ethogram.lab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.lab.recipe.Recipe;
import org.ethogram.lab.store.Subject;
import org.ethogram.lab.study.StudyFile;
import org.ethogram.lab.study.Vocabulary;
import org.ethogram.lab.subject.PreparedSubject;
import org.ethogram.lab.subject.Workplace;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {
  @TempDir Path folder;

  @BeforeEach
  void data() throws IOException {
    SmallRecipes.texts(folder);
    SmallRecipes.pairs(folder);
  }

  @Test
  void aKilledTrainingGoesOnToTheSameWeightsAndMetrics() throws Exception {
    killAfterTheCheckpoint(folder.resolve("killed"));
    assertThat(folder.resolve("killed/step8")).isDirectory();
    assertThat(folder.resolve("killed/step20")).doesNotExist();
    train(SmallRecipes.LANGUAGE, "killed");
    train(SmallRecipes.LANGUAGE, "whole");
    for (String file :
        List.of("step8/model.safetensors", "step20/model.safetensors", "metrics.jsonl")) {
      assertThat(folder.resolve("killed").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
    }
  }

  @Test
  void aStoppedTrainingSaysSoAndGoesOnToTheSameWeights() throws IOException {
    int[] steps = {0};
    assertThatThrownBy(
            () ->
                new TrainingRun(
                        recipe(SmallRecipes.LANGUAGE),
                        folder.resolve("stopped"),
                        "",
                        Companions.none())
                    .run(Progress.NONE, () -> ++steps[0] == 5))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("training stopped after step 5")
        .extracting(e -> ((EthogramException) e).code())
        .isEqualTo(ErrorCode.INTERRUPTED);
    train(SmallRecipes.LANGUAGE, "stopped");
    train(SmallRecipes.LANGUAGE, "whole");
    assertThat(folder.resolve("stopped/step20/model.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("whole/step20/model.safetensors"));
  }

  @Test
  void aFinishedTrainingDoesNothing() throws IOException {
    assertThat(train(SmallRecipes.LANGUAGE, "out").wasFinished()).isFalse();
    Path weights = folder.resolve("out/step20/model.safetensors");
    Files.delete(weights);
    assertThat(train(SmallRecipes.LANGUAGE, "out").wasFinished()).isTrue();
    assertThat(weights).doesNotExist();
  }

  @Test
  void anotherTrainingInTheSameFolderIsRefusedByWhatChanged() throws IOException {
    train(SmallRecipes.LANGUAGE, "out");
    assertThatThrownBy(
            () ->
                train(
                    SmallRecipes.LANGUAGE,
                    "out",
                    "optimizer.learning-rate=0.02",
                    "batch.tokens=64"))
        .hasMessageContaining("batch.tokens was 128 and is 64")
        .hasMessageContaining("optimizer.learning-rate was 0.01 and is 0.02")
        .extracting(e -> ((EthogramException) e).code())
        .isEqualTo(ErrorCode.CONFIGURATION);
    Files.writeString(folder.resolve("texts/0.txt"), "something else");
    assertThatThrownBy(() -> train(SmallRecipes.LANGUAGE, "out"))
        .hasMessageContaining("sha256 of the data was ");
  }

  @Test
  void itsCheckpointsAreTheRevisionsOfAStudysSubject() throws IOException {
    train(SmallRecipes.LANGUAGE, "out");
    List<PreparedSubject> subjects = subjects("{folder: out}");
    assertThat(subjects)
        .extracting(prepared -> prepared.subject().label())
        .containsExactly("out@step0", "out@step8", "out@step20");
    Subject last = subjects.getLast().subject();
    assertThat(last.identity().scale().trainingSteps()).hasValue(20);
    assertThat(last.identity().scale().trainingTokens().orElseThrow()).isBetween(1000L, 2560L);
    assertThat(surprise(subjects.getLast()))
        .as("it learnt what follows")
        .isLessThan(surprise(subjects.getFirst()) - 1);
  }

  @Test
  void anAdapterStandsOnItsBaseAndItsCheckpointsAreMeasured() throws IOException {
    train(SmallRecipes.LANGUAGE, "out");
    Files.move(folder.resolve("out/step20"), folder.resolve("base"));
    train(SmallRecipes.ADAPTER, "tuned");
    assertThat(folder.resolve("tuned/step5/adapter_model.safetensors")).exists();
    assertThat(folder.resolve("tuned/step5/model.safetensors")).doesNotExist();
    List<PreparedSubject> subjects = subjects("{folder: base, adapter: tuned}");
    Subject last = subjects.getLast().subject();
    assertThat(last.label()).startsWith("tuned@step");
    assertThat(last.identity().weightsHash()).contains("+");
    assertThat(logProbability(subjects.getLast(), " the rose"))
        .isGreaterThan(logProbability(subjects.getFirst(), " the rose") + 1);
  }

  @Test
  void theForecastCountsWhatTheTrainingThenDoes() throws IOException {
    Recipe recipe = recipe(SmallRecipes.LANGUAGE);
    TrainingForecast forecast = TrainingForecast.of(recipe, folder.resolve("out"));
    assertThat(forecast.documents()).isEqualTo(36);
    assertThat(forecast.documentsHeldOut()).isEqualTo(12);
    assertThat(forecast.checkpoints()).containsExactly(0L, 8L, 20L);
    assertThat(forecast.kept()).isEmpty();
    assertThat(folder.resolve("out")).doesNotExist();
    // One layer of width 16: 4 d^2 of attention, 3 d 48 of the perceptron, two norms, the last
    // norm.
    assertThat(forecast.model().nonEmbedding()).isEqualTo(4 * 256 + 3 * 16 * 48 + 3 * 16);
    train(SmallRecipes.LANGUAGE, "out");
    TrainingForecast after = TrainingForecast.of(recipe, folder.resolve("out"));
    assertThat(after.kept()).containsExactly(0L, 8L, 20L);
    assertThat(after.finished()).isTrue();
  }

  @Test
  void rowsThatCannotBeUsedAreCountedAndNamed() throws IOException {
    train(SmallRecipes.LANGUAGE, "out");
    Files.move(folder.resolve("out/step20"), folder.resolve("base"));
    Files.writeString(
        folder.resolve("pairs.jsonl"),
        """
        {"prompt": "a", "completion": " b"}
        {"prompt": "a", "completion": ""}
        not JSON
        {"prompt": "a", "completions": " b"}
        {"prompt": 3, "completion": " b"}

        [1]
        {"prompt": "%s", "completion": " b"}
        {"prompt": "c", "completion": " d"}
        """
            .formatted("far too long ".repeat(20)));
    Recipe strict = recipe(SmallRecipes.ADAPTER);
    assertThatThrownBy(() -> TrainingForecast.of(strict, folder.resolve("tuned")))
        .hasMessageContaining("6 rows cannot be used")
        .hasMessageContaining("pairs.jsonl:2: its completion is empty")
        .hasMessageContaining("pairs.jsonl:3: it is no JSON")
        .hasMessageContaining("pairs.jsonl:4: it has no field 'completion'; did you mean")
        .hasMessageContaining("pairs.jsonl:5: its field 'prompt' is no text")
        .hasMessageContaining("pairs.jsonl:7: it is no JSON object")
        .hasMessageContaining("and 1 more")
        .extracting(e -> ((EthogramException) e).code())
        .isEqualTo(ErrorCode.INVALID_DATA);
    Recipe lenient = SmallRecipes.read(folder, SmallRecipes.ADAPTER, "data.bad-rows=leave-out");
    TrainingForecast forecast = TrainingForecast.of(lenient, folder.resolve("tuned"));
    assertThat(forecast.documents() + forecast.documentsHeldOut()).isEqualTo(2);
    assertThat(forecast.leftOut()).hasSize(6);
    assertThat(forecast.leftOut().getLast()).contains(":8: it does not fit in a context of 32");
  }

  @Test
  void conversationsAreWrittenByTheModelsChatTemplate() throws IOException {
    train(SmallRecipes.LANGUAGE, "out");
    Files.move(folder.resolve("out/step20"), folder.resolve("base"));
    Files.writeString(
        folder.resolve("talks.jsonl"),
        """
        {"messages": [{"role": "user", "content": "oak?"}, {"role": "assistant", "content": "rose"}]}
        {"messages": [{"role": "user", "content": "oak?"}]}
        {"messages": [{"role": "usr", "content": "oak?"}]}
        {"talk": "oak?"}
        """);
    String recipe =
        SmallRecipes.ADAPTER
            .replace("demonstrations: pairs.jsonl, held-out: 0.2", "conversations: talks.jsonl")
            .replace("data: {", "data: {bad-rows: leave-out, ");
    assertThatThrownBy(() -> TrainingForecast.of(recipe(recipe), folder.resolve("tuned")))
        .hasMessageContaining("the model has no chat template");
    Files.writeString(
        folder.resolve("base/chat_template.jinja"),
        "{% for message in messages %}{{ message.role }}: {{ message.content }}\n{% endfor %}"
            + "{% if add_generation_prompt %}assistant: {% endif %}");
    TrainingForecast forecast = TrainingForecast.of(recipe(recipe), folder.resolve("tuned"));
    assertThat(forecast.documents()).isEqualTo(1);
    assertThat(forecast.predicted()).isBetween(2L, 8L); // rose, a line feed and the end
    assertThat(forecast.leftOut()).hasSize(3);
    assertThat(forecast.leftOut().get(0)).contains(":2: its last message is not the assistant's");
    assertThat(forecast.leftOut().get(1)).contains(":3: message 1 is no {role: ");
    assertThat(forecast.leftOut().get(2)).contains(":4: its field 'messages' is no list");
    train(recipe, "tuned");
    assertThat(folder.resolve("tuned/training.json")).content().contains("\"finished\" : true");
    assertThat(folder.resolve("tuned/step0/adapter_model.safetensors")).exists();
  }

  private TrainingOutcome train(String text, String out, String... sets) throws IOException {
    return new TrainingRun(
            SmallRecipes.read(folder, text, sets), folder.resolve(out), "", Companions.none())
        .run(Progress.NONE, StopSignal.NEVER);
  }

  private Recipe recipe(String text) throws IOException {
    return SmallRecipes.read(folder, text);
  }

  private List<PreparedSubject> subjects(String entry) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("study.yaml"),
            "study: s\nsubjects:\n  - " + entry + "\nevaluations: {cooperation: {}}\n");
    return new StudyFile(Vocabulary.standard())
        .read(file, List.of(), OptionalLong.empty())
        .subjects()
        .getFirst()
        .prepare(Workplace.here(1, true), Progress.NONE, StopSignal.NEVER);
  }

  private static double surprise(PreparedSubject subject) {
    return -logProbability(subject, " the oak and gets");
  }

  private static double logProbability(PreparedSubject subject, String continuation) {
    try (LanguageModel model = subject.opener().open()) {
      return model
          .score(new ScoreRequest(Prompt.of("player 3 takes"), List.of(continuation)))
          .getFirst()
          .logProbability();
    }
  }

  private void killAfterTheCheckpoint(Path out) throws Exception {
    Process process =
        new ProcessBuilder(
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                        "-cp",
                        System.getProperty(
                            "surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledTraining.class.getName(),
                        folder.toString(),
                        out.toString())
                    .toList())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).isEqualTo("after step " + KilledTraining.LAST_STEP);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
