package org.ethogram.lab.subject;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.core.StopSignal;
import org.ethogram.lab.plan.Forecast;
import org.ethogram.lab.plan.Plan;
import org.ethogram.lab.store.Subject;
import org.ethogram.lab.study.Study;
import org.ethogram.lab.study.StudyFile;
import org.ethogram.lab.study.Vocabulary;
import org.ethogram.testkit.FakeHub;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.hub.Hub;
import org.ethogram.torch.hub.HubSettings;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.neox.NeoxNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suites of the Hugging Face hub as subjects, from a hub on loopback. */
class HubSubjectsTest {
  private static final String SUITE = "'EleutherAI/pythia-{70m,160m}-deduped@step{0,1000}'";

  @TempDir Path home;
  private final FakeHub hub = FakeHub.start();

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void aSuiteIsItsMembersWithTheirPlacesOnTheAxes() throws IOException {
    publishSuite();
    List<Subject> subjects =
        prepare("hub: " + SUITE).subjects().stream().map(PreparedSubject::subject).toList();
    assertThat(subjects)
        .extracting(Subject::label)
        .containsExactly(
            "pythia-70m-deduped@step0",
            "pythia-70m-deduped@step1000",
            "pythia-160m-deduped@step0",
            "pythia-160m-deduped@step1000");
    assertThat(subjects).extracting(Subject::family).containsOnly("pythia-deduped");
    assertThat(subjects).extracting(Subject::size).containsExactly("70m", "70m", "160m", "160m");
    Subject last = subjects.getLast();
    assertThat(last.identity().name()).isEqualTo("EleutherAI/pythia-160m-deduped");
    assertThat(last.identity().revision()).isEqualTo("step1000");
    assertThat(last.identity().scale().trainingSteps()).hasValue(1000);
    assertThat(last.identity().scale().trainingTokens()).hasValue(2_097_152_000L);
    // One layer of width 16: norms 2 x 32, attention 4 (256 + 16), perceptron 2 x 1024 + 64 + 16,
    // and the last norm 32.
    assertThat(last.identity().scale().parameters())
        .hasValue(64 + 4 * (256 + 16) + 2 * 1024 + 64 + 16 + 32);
  }

  @Test
  void aPlanIsShownBeforeAnythingIsFetched() throws IOException {
    publishSuite();
    Study study = study("hub: " + SUITE);
    Forecast before = Forecast.of(study, workplace(), Set.of());
    assertThat(before.subjects()).hasSize(4);
    assertThat(before.toFetch()).isEqualTo(4);
    assertThat(hub.received()).isEmpty();
    Plan.prepare(study, workplace(), Progress.NONE, StopSignal.NEVER);
    assertThat(Forecast.of(study, workplace(), Set.of()).toFetch()).isZero();
  }

  @Test
  void theSameWeightsUnderTwoStepsAreAnErrorBeforeAnythingIsMeasured() throws IOException {
    publish("EleutherAI/pythia-70m", 1000, 8, 7);
    publish("EleutherAI/pythia-70m", 2000, 8, 7);
    assertThatThrownBy(() -> prepare("hub: 'EleutherAI/pythia-70m@step{1000,2000}'"))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("'pythia-70m@step1000' and 'pythia-70m@step2000'");
  }

  @Test
  void theFileKnowsBetterThanNames() throws IOException {
    publish("org/model", 10, 8, 1);
    Subject subject =
        prepare(
                "{hub: org/model@step10, label: m, family: f, size: s, parameters: 5,"
                    + " tokens-per-step: 3}")
            .subjects()
            .getFirst()
            .subject();
    assertThat(subject.label()).isEqualTo("m@step10");
    assertThat(subject.family()).isEqualTo("f");
    assertThat(subject.size()).isEqualTo("s");
    assertThat(subject.identity().scale().parameters()).hasValue(5);
    assertThat(subject.identity().scale().trainingTokens()).hasValue(30);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hub: 'org/name@step{1'                     | a brace is not closed",
        "hub: ./folder                              | org/name@revision",
        "{hub: 'org/{a,b}', size: 3m}               | several repositories",
        "{hub: 'org/a@step{1,2}', tokens: 3}        | tokens-per-step",
        "{hub: org/a, parameter: 3}                 | parameters",
      })
  void whatCannotBeIsToldWithItsPlace(String entry, String problem) {
    assertThatThrownBy(() -> study(entry))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining(problem)
        .hasMessageContaining("study.yaml:3");
  }

  @ParameterizedTest
  @CsvSource({
    "EleutherAI/pythia-1.4b, pythia, 1.4b",
    "EleutherAI/pythia-410m-seed3, pythia-seed3, 410m",
    "meta/Llama-3.2-1B-Instruct, Llama-3.2-Instruct, 1B",
    "allenai/OLMo-2-0425-1B, OLMo-2-0425, 1B",
    "Qwen/Qwen2.5-0.5B, Qwen2.5, 0.5B",
    "org/gpt2-medium, gpt2-medium, gpt2-medium",
  })
  void familyAndSizeAreReadFromTheName(String repository, String family, String size) {
    assertThat(SuiteName.of(repository)).isEqualTo(new SuiteName(family, size));
  }

  private void publishSuite() throws IOException {
    for (int step : new int[] {0, 1000}) {
      publish("EleutherAI/pythia-70m-deduped", step, 8, step);
      publish("EleutherAI/pythia-160m-deduped", step, 16, step);
    }
  }

  private void publish(String repository, int step, int width, int seed) throws IOException {
    Path folder = home.resolve("made").resolve(repository).resolve("step" + step);
    try (var network =
        NeoxNetwork.initialise(NeoxConfiguration.organism(11, width, 1, 2, 16), new Seed(seed))) {
      ModelFolder.save(folder, network);
    }
    hub.add(
        repository,
        "step" + step,
        Map.of(
            "config.json", Files.readAllBytes(folder.resolve("config.json")),
            "model.safetensors", Files.readAllBytes(folder.resolve("model.safetensors")),
            "tokenizer.json", "{}".getBytes(UTF_8)),
        "model.safetensors");
  }

  private Plan prepare(String entry) throws IOException {
    return Plan.prepare(study(entry), workplace(), Progress.NONE, StopSignal.NEVER);
  }

  private Workplace workplace() {
    var settings = new HubSettings(home.resolve("hub"), hub.endpoint(), Optional.empty(), false);
    return new Workplace(home, 1, new TorchFolders(), new Hub(settings));
  }

  private Study study(String entry) throws IOException {
    Path file =
        Files.writeString(
            home.resolve("study.yaml"),
            "study: s\nsubjects:\n  - " + entry + "\nevaluations: {cooperation: {}}\n");
    return new StudyFile(Vocabulary.standard()).read(file, List.of(), OptionalLong.empty());
  }
}
