package org.ethogram.lab.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ethogram.lab.study.Study;
import org.ethogram.lab.study.StudyFile;
import org.ethogram.lab.study.Vocabulary;
import org.ethogram.lab.subject.HubKind;
import org.ethogram.lab.subject.ModelFolders;
import org.ethogram.lab.subject.Workplace;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ModelScale;
import org.ethogram.models.scripted.ScriptedModel;
import org.ethogram.testkit.FakeHub;
import org.ethogram.torch.hub.Hub;
import org.ethogram.torch.hub.HubSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study of a suite of the hub, whose weights are the probabilities that its models give. */
class HubStudyTest {
  @TempDir Path home;

  @Test
  void aCheckpointWhoseLossStandsOutIsWarnedOf() throws IOException {
    try (FakeHub hub = FakeHub.start()) {
      publish(hub, 1000, "1e-60");
      publish(hub, 2000, "1e-20");
      publish(hub, 3000, "1e-90");
      var settings = new HubSettings(home.resolve("hub"), hub.endpoint(), Optional.empty(), false);
      var runner = new StudyRunner(new Workplace(home, 1, new Folders(), new Hub(settings)));
      RunSummary summary = runner.run(study(), home.resolve("out"), RunOptions.quiet("hub"));
      assertThat(summary.planned()).isEqualTo(6);
      assertThat(summary.warnings())
          .singleElement()
          .asString()
          .contains("loss rises with training (suite, suite, fixed-text)")
          .contains("at step 2000", "at step 3000");
      int asked = hub.received().size();
      assertThat(runner.run(study(), home.resolve("out"), RunOptions.quiet("hub")).skipped())
          .isEqualTo(6);
      assertThat(hub.received()).hasSize(asked);
    }
  }

  private Study study() throws IOException {
    Path file =
        Files.writeString(
            home.resolve("study.yaml"),
            """
            study: s
            subjects:
              - hub: 'org/suite@step{1000..3000..1000}'
            evaluations: {coin: {coins: 2}}
            """);
    var vocabulary =
        new Vocabulary(List.of(new HubKind()), List.of(CoinStudies.behaviour(coin -> {})));
    return new StudyFile(vocabulary).read(file, List.of(), OptionalLong.empty());
  }

  private static void publish(FakeHub hub, int step, String probability) {
    hub.add(
        "org/suite",
        "step" + step,
        Map.of(
            "config.json", "{}".getBytes(UTF_8),
            "tokenizer.json", "{}".getBytes(UTF_8),
            "model.safetensors", probability.getBytes(UTF_8)),
        "model.safetensors");
  }

  private static final class Folders implements ModelFolders {
    @Override
    public ModelIdentity identify(Path folder) {
      return new ModelIdentity(
          "", "", "scripted", Double.toString(probability(folder)), "", ModelScale.UNKNOWN);
    }

    @Override
    public LanguageModel open(Path folder) {
      double probability = probability(folder);
      return new ScriptedModel("scripted", List.of(), (prompt, continuation) -> probability);
    }

    @Override
    public ModelIdentity identify(Path folder, Path adapter) {
      throw new IllegalArgumentException("no adapters here: " + adapter);
    }

    @Override
    public LanguageModel open(Path folder, Path adapter) {
      throw new IllegalArgumentException("no adapters here: " + adapter);
    }

    private static double probability(Path folder) {
      try {
        return Double.parseDouble(Files.readString(folder.resolve("model.safetensors")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
