package org.ethogram.lab.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.lab.store.Subject;
import org.ethogram.lab.study.StudyFile;
import org.ethogram.lab.study.Vocabulary;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ModelScale;
import org.ethogram.models.scripted.ScriptedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSubjectsTest {
  @TempDir Path home;

  @Test
  void aFolderIsOneSubjectNamedAfterIt() throws IOException {
    model("mine");
    assertThat(subjects("folder: mine"))
        .singleElement()
        .satisfies(
            subject -> {
              assertThat(subject.label()).isEqualTo("mine");
              assertThat(subject.identity().revision()).isEqualTo("main");
              assertThat(subject.identity().scale().parameters()).hasValue(77);
              assertThat(subject.identity().scale().trainingTokens()).isEmpty();
            });
  }

  @Test
  void theFileKnowsBetterThanTheFolder() throws IOException {
    model("mine");
    Subject subject =
        subjects(
                "{folder: mine, label: m, family: f, size: 70m, parameters: 18915328,"
                    + " tokens: 4096}")
            .getFirst();
    assertThat(subject.label()).isEqualTo("m");
    assertThat(subject.family()).isEqualTo("f");
    assertThat(subject.size()).isEqualTo("70m");
    assertThat(subject.identity().scale().parameters()).hasValue(18_915_328);
    assertThat(subject.identity().scale().trainingTokens()).hasValue(4096);
  }

  @Test
  void aFolderOfRevisionsIsOneTrainingRun() throws IOException {
    for (long step : new long[] {1000, 0, 512}) {
      model("pythia/step" + step);
    }
    Files.createDirectories(home.resolve("pythia/notes"));
    List<Subject> subjects =
        subjects("{folder: pythia, size: 70m, tokens-per-step: 2097152, steps: 1..2000}");
    assertThat(subjects)
        .extracting(Subject::label)
        .containsExactly("pythia@step512", "pythia@step1000");
    assertThat(subjects).extracting(Subject::size).containsOnly("70m");
    Subject last = subjects.getLast();
    assertThat(last.identity().revision()).isEqualTo("step1000");
    assertThat(last.identity().scale().trainingSteps()).hasValue(1000);
    assertThat(last.identity().scale().trainingTokens()).hasValue(2_097_152_000L);
  }

  @Test
  void theCheckpointsOfAnAdapterStandOnTheirModelAndCountTheirOwnTraining() throws IOException {
    model("base");
    for (long step : new long[] {0, 20, 100}) {
      adapter("tuned/step" + step, step);
    }
    List<Subject> subjects = subjects("{folder: base, adapter: tuned, steps: [0, 100]}");
    assertThat(subjects).extracting(Subject::label).containsExactly("tuned@step0", "tuned@step100");
    Subject last = subjects.getLast();
    assertThat(last.identity().revision()).isEqualTo("step100");
    assertThat(last.identity().scale().parameters()).hasValue(77);
    assertThat(last.identity().scale().trainingSteps()).hasValue(100);
    assertThat(last.identity().scale().trainingTokens()).hasValue(1000);
    assertThat(last.identity().weightsHash())
        .isNotEqualTo(subjects.getFirst().identity().weightsHash())
        .startsWith(home.resolve("base") + "+");
  }

  @Test
  void oneAdapterIsOneSubject() throws IOException {
    model("base");
    adapter("tuned", 5);
    assertThat(subjects("{folder: base, adapter: tuned, label: mine}"))
        .singleElement()
        .satisfies(subject -> assertThat(subject.label()).isEqualTo("mine"));
  }

  @Test
  void anAdapterNeedsOneModelToStandOn() throws IOException {
    model("run/step1");
    adapter("tuned", 5);
    assertThatThrownBy(() -> subjects("{folder: run, adapter: tuned}"))
        .hasMessageContaining("an adapter needs one model to stand on");
    assertThatThrownBy(() -> subjects("{folder: run/step1, adapter: absent}"))
        .hasMessageContaining("is no folder");
    assertThatThrownBy(() -> subjects("{folder: run/step1, adapter: tuned, steps: last}"))
        .hasMessageContaining("the adapter has no step folders");
  }

  private void adapter(String name, long step) throws IOException {
    Path folder = Files.createDirectories(home.resolve(name));
    Files.writeString(folder.resolve("adapter_config.json"), "{}");
    Files.writeString(folder.resolve("adapter_model.safetensors"), name);
    Files.writeString(
        folder.resolve("ethogram.json"),
        "{\"revision\": \"step%d\", \"step\": %d, \"tokens\": %d}"
            .formatted(step, step, 10 * step));
  }

  @Test
  void aRemoteModelWithoutItsProviderIsRefused() {
    assertThatThrownBy(() -> subjects("remote: nobody/gpt"))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("no provider 'nobody'")
        .extracting(e -> ((EthogramException) e).code())
        .isEqualTo(ErrorCode.CONFIGURATION);
  }

  @Test
  void aRemoteModelIsIdentifiedWithoutACall() throws IOException {
    Subject subject =
        subjects("{remote: anthropic/claude-x, chat: true, endpoint: http://localhost:1}")
            .getFirst();
    assertThat(subject.identity().name()).isEqualTo("claude-x");
    assertThat(subject.identity().architecture()).startsWith("anthropic");
  }

  private void model(String name) throws IOException {
    Path folder = Files.createDirectories(home.resolve(name));
    Files.writeString(folder.resolve("config.json"), name);
  }

  private List<Subject> subjects(String entry) throws IOException {
    Path file =
        Files.writeString(
            home.resolve("study.yaml"),
            "study: s\nsubjects:\n  - " + entry + "\nevaluations: {cooperation: {}}\n");
    return new StudyFile(Vocabulary.standard())
            .read(file, List.of(), OptionalLong.empty())
            .subjects()
            .getFirst()
            .prepare(new Workplace(home, 1, new Folders()), Progress.NONE, StopSignal.NEVER)
            .stream()
            .map(PreparedSubject::subject)
            .toList();
  }

  /** Folders whose weights are their configuration. */
  private static final class Folders implements ModelFolders {
    @Override
    public ModelIdentity identify(Path folder) {
      var scale =
          new ModelScale(
              OptionalLong.of(77), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of(0));
      return new ModelIdentity("folder", "main", "scripted", folder.toString(), "", scale);
    }

    @Override
    public LanguageModel open(Path folder) {
      return new ScriptedModel(folder.toString(), List.of(), (prompt, continuation) -> 0.5);
    }

    @Override
    public ModelIdentity identify(Path folder, Path adapter) {
      return AdaptedFolder.identity(identify(folder), adapter);
    }

    @Override
    public LanguageModel open(Path folder, Path adapter) {
      return open(folder);
    }
  }
}
