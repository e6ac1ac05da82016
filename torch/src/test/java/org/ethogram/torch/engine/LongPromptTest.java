package org.ethogram.torch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;
import org.ethogram.torch.folder.ModelFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LongPromptTest {
  private static final String LONG = "If both say oak, each gets three points. ".repeat(5);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aPromptInPiecesIsScoredAsInOne(SmallModel small) {
    small.save(folder);
    ScoreRequest request = new ScoreRequest(Prompt.of(LONG), List.of(" oak", " rose", "!"));
    try (LocalModel whole = LocalModel.open(folder)) {
      List<ContinuationScore> expected = whole.score(request);
      for (int tokens : List.of(9, 64)) {
        LocalModelOptions pieces = LocalModelOptions.DEFAULT.withBatchTokens(tokens);
        assertClose(expected, request, pieces);
        assertClose(expected, request, pieces.withPrefixCache(false));
      }
    }
  }

  /**
   * One token a piece: the long prompt needs as many rounds as it has tokens, the short one few.
   */
  @Test
  void otherCallsGoOnBetweenThePiecesOfALongPrompt() throws Exception {
    SmallModel.PARALLEL_NEOX.save(folder);
    List<String> answered = new ArrayList<>();
    try (ModelFolder opened = ModelFolder.open(folder);
        Engine engine =
            new Engine("model", opened.network(), LocalModelOptions.DEFAULT.withBatchTokens(1))) {
      ScoreWork longer = work(LONG);
      ScoreWork shorter = work("Kim");
      longer.whenDelivered(() -> answered.add("long"));
      shorter.whenDelivered(() -> answered.add("short"));
      try (var _ = engine.approach()) {
        engine.submit(longer);
        engine.submit(shorter);
      }
      longer.await();
      shorter.await();
    }
    assertThat(answered).containsExactly("short", "long");
  }

  /**
   * The pool has room for one prompt; two that grow piece by piece must not drive each other out.
   */
  @Test
  void promptsInPiecesFinishWhereTheCacheIsTooSmallForThem() throws Exception {
    SmallModel.PARALLEL_NEOX.save(folder);
    LocalModelOptions small = LocalModelOptions.DEFAULT.withBatchTokens(8).withCacheBytes(0);
    try (ModelFolder opened = ModelFolder.open(folder);
        Engine engine = new Engine("model", opened.network(), small)) {
      List<ScoreWork> works = new ArrayList<>();
      try (var _ = engine.approach()) {
        for (int call = 0; call < 12; call++) {
          works.add(work(call + LONG));
          engine.submit(works.getLast());
        }
      }
      for (ScoreWork work : works) {
        assertThat(work.await().getFirst().getFirst().logProbability()).isNegative();
      }
    }
  }

  private static ScoreWork work(String text) {
    return new ScoreWork(Optional.empty(), ByteTokenizer.tokens(text), List.of(new int[] {5}), 0);
  }

  private void assertClose(
      List<ContinuationScore> expected, ScoreRequest request, LocalModelOptions options) {
    try (LocalModel model = LocalModel.open(folder, options)) {
      List<ContinuationScore> actual = model.score(request);
      for (int index = 0; index < expected.size(); index++) {
        assertThat(actual.get(index).logProbability())
            .isCloseTo(expected.get(index).logProbability(), offset(1e-4));
      }
    }
  }
}
