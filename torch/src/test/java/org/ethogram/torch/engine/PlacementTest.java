package org.ethogram.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.runtime.Natives;
import org.ethogram.torch.runtime.PlacementChoice;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlacementTest {
  private static final ScoreRequest REQUEST =
      new ScoreRequest(
          Prompt.of("If both say oak, each gets three points. Kim says"), List.of(" oak", " rose"));

  @TempDir Path folder;

  /** bfloat16 keeps 8 binary digits of a number, float16 keeps 11. */
  @ParameterizedTest
  @EnumSource
  void halfPrecisionScoresAreNearThoseOfSingle(SmallModel small) {
    small.save(folder);
    List<ContinuationScore> single = scores("float32");
    assertNear(scores("bfloat16"), single, 0.1);
    assertNear(scores("float16"), single, 0.01);
    assertThat(scores("auto")).isEqualTo(single);
  }

  @Test
  void aNetworkInHalfPrecisionIsSavedAndReadAsSuch(@TempDir Path copy) {
    SmallModel.QWEN3.save(folder);
    PlacementChoice half = new PlacementChoice("cpu", "bfloat16");
    try (ModelFolder read = ModelFolder.open(folder, half)) {
      ModelFolder.save(copy, read.network());
    }
    try (ModelFolder again = ModelFolder.open(copy, half)) {
      assertThat(again.configuration().text("torch_dtype", "")).isEqualTo("bfloat16");
      assertThat(again.network().placement().typeName()).isEqualTo("bfloat16");
      assertThat(again.network().placement().deviceName()).isEqualTo("cpu");
    }
  }

  @Test
  void aDeviceThatIsAbsentIsRefused() {
    Assumptions.assumeFalse(Natives.start().hasCuda(), "a CUDA device is present");
    for (String device : List.of("cuda", "cuda:3")) {
      assertRefused(new PlacementChoice(device, "auto"), ErrorCode.ENVIRONMENT, "no CUDA device");
    }
  }

  @Test
  void unknownNamesAreRefused() {
    assertRefused(new PlacementChoice("cdua", "auto"), ErrorCode.USAGE, "'cdua'");
    assertRefused(new PlacementChoice("cuda:x", "auto"), ErrorCode.USAGE, "'cuda:x'");
    assertRefused(new PlacementChoice("cpu", "float31"), ErrorCode.USAGE, "'float31'");
  }

  private static void assertRefused(PlacementChoice choice, ErrorCode code, String problem) {
    assertThatThrownBy(choice::resolve)
        .isInstanceOfSatisfying(
            EthogramException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.problem()).contains(problem);
            });
  }

  private List<ContinuationScore> scores(String type) {
    PlacementChoice choice = new PlacementChoice("cpu", type);
    try (LocalModel model =
        LocalModel.open(folder, LocalModelOptions.DEFAULT.withPlacement(choice))) {
      model.score(REQUEST);
      return model.score(REQUEST);
    }
  }

  private static void assertNear(
      List<ContinuationScore> scores, List<ContinuationScore> expected, double tolerance) {
    for (int index = 0; index < expected.size(); index++) {
      double wanted = expected.get(index).logProbability();
      assertThat(scores.get(index).logProbability())
          .isCloseTo(wanted, offset(tolerance * Math.abs(wanted)))
          .isNotEqualTo(wanted);
    }
  }
}
