package org.ethogram.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.core.StopSignal;
import org.ethogram.organisms.FamilyRecipe;
import org.ethogram.organisms.GrowthSchedule;
import org.ethogram.organisms.OrganismCache;
import org.ethogram.organisms.OrganismCheckpoint;

/** Members of the default family, grown for a few steps only. */
final class Families {
  private Families() {}

  /** The last checkpoint of a member of the default family after so many steps. */
  static OrganismCheckpoint grown(String size, int steps) {
    FamilyRecipe recipe = FamilyRecipe.named("default");
    GrowthSchedule schedule = recipe.schedule();
    FamilyRecipe brief =
        new FamilyRecipe(
            "bench",
            recipe.members().stream().filter(member -> member.name().equals(size)).toList(),
            new GrowthSchedule(
                steps,
                schedule.batchTokens(),
                1,
                schedule.finalFraction(),
                schedule.weightDecay(),
                schedule.maximumNorm(),
                steps),
            recipe.architecture(),
            recipe.corpus());
    try {
      List<OrganismCheckpoint> checkpoints =
          new OrganismCache(Files.createTempDirectory("ethogram-bench"))
              .grow(brief, new Seed(1), Progress.NONE, StopSignal.NEVER);
      return checkpoints.getLast();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
