package org.ethogram.organisms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.core.StopSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganismCacheTest {
  private static final FamilyRecipe SMOKE = FamilyRecipe.named("smoke");
  private static final Seed SEED = new Seed(1);

  @TempDir Path root;

  @Test
  void growsEveryCheckpointAsAHuggingFaceFolderAndOnlyOnce() throws IOException {
    OrganismCache cache = new OrganismCache(root);
    assertThat(cache.list()).isEmpty();
    List<OrganismCheckpoint> grown = grow(cache, StopSignal.NEVER);

    assertThat(grown).hasSize(SMOKE.sizes().size() * SMOKE.steps().size());
    assertThat(grown).extracting(OrganismCheckpoint::family).containsOnly("smoke-seed1");
    assertThat(grown.subList(0, SMOKE.steps().size()))
        .extracting(OrganismCheckpoint::step)
        .containsExactlyElementsOf(SMOKE.steps());
    for (OrganismCheckpoint checkpoint : grown) {
      assertThat(checkpoint.folder().getFileName()).hasToString(checkpoint.revision());
      assertThat(checkpoint.folder())
          .isDirectoryContaining("glob:**config.json")
          .isDirectoryContaining("glob:**model.safetensors")
          .isDirectoryContaining("glob:**tokenizer.json")
          .isDirectoryContaining("glob:**tokenizer_config.json")
          .isDirectoryContaining("glob:**ethogram.json")
          .isDirectoryContaining("glob:**README.md");
    }
    OrganismCheckpoint first = grown.getFirst();
    OrganismCheckpoint last = grown.getLast();
    assertThat(first.scale().trainingTokens()).hasValue(0);
    // 12 L d^2 + 13 L d + 2 d with L = 1 and d = 32.
    assertThat(last.scale().parameters()).hasValue(12 * 32 * 32 + 13 * 32 + 2 * 32);
    assertThat(last.heldOutLoss()).isLessThan(first.heldOutLoss());

    FileTime written = Files.getLastModifiedTime(last.folder().resolve("model.safetensors"));
    assertThat(grow(cache, StopSignal.NEVER)).isEqualTo(grown);
    assertThat(Files.getLastModifiedTime(last.folder().resolve("model.safetensors")))
        .isEqualTo(written);
    assertThat(cache.list()).containsExactlyElementsOf(grown);
  }

  @Test
  void aStoppedFamilyGoesOnToTheWeightsOfAnUninterruptedOne() {
    OrganismCache whole = new OrganismCache(root.resolve("whole"));
    OrganismCache broken = new OrganismCache(root.resolve("broken"));
    List<OrganismCheckpoint> expected = grow(whole, StopSignal.NEVER);

    AtomicInteger asked = new AtomicInteger();
    assertThatThrownBy(() -> grow(broken, () -> asked.incrementAndGet() >= 10))
        .isInstanceOfSatisfying(
            EthogramException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERRUPTED));
    List<OrganismCheckpoint> resumed = grow(broken, StopSignal.NEVER);

    for (int i = 0; i < expected.size(); i++) {
      assertThat(resumed.get(i).folder().resolve("model.safetensors"))
          .hasSameBinaryContentAs(expected.get(i).folder().resolve("model.safetensors"));
      assertThat(resumed.get(i).heldOutLoss()).isEqualTo(expected.get(i).heldOutLoss());
    }
  }

  @Test
  void anUnknownFamilyIsRefusedWithTheNamesThatExist() {
    assertThatThrownBy(() -> FamilyRecipe.named("defualt"))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("default, smoke");
  }

  private static List<OrganismCheckpoint> grow(OrganismCache cache, StopSignal stop) {
    return cache.grow(SMOKE, SEED, Progress.NONE, stop);
  }
}
