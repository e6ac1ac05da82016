package org.ethogram.organisms;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ethogram.core.Seed;

/** Where a family of one recipe and one seed lies in the cache. */
final class FamilyFolder {
  private final FamilyRecipe recipe;
  private final String family;
  private final String hash;
  private final Path path;

  FamilyFolder(Path root, FamilyRecipe recipe, Seed seed) {
    this.recipe = recipe;
    this.family = recipe.name() + "-seed" + seed.value();
    this.hash = hash(recipe + ", seed " + seed.value());
    this.path = root.resolve(family + "-" + hash.substring(0, 12));
  }

  String family() {
    return family;
  }

  String hash() {
    return hash;
  }

  Path path() {
    return path;
  }

  Path checkpoint(String size, long step) {
    return path.resolve(size).resolve("step" + step);
  }

  /** Every checkpoint of the family, or empty where one is still missing. */
  Optional<List<OrganismCheckpoint>> checkpoints() {
    List<OrganismCheckpoint> found = new ArrayList<>();
    for (String size : recipe.sizes()) {
      for (long step : recipe.steps()) {
        Path folder = checkpoint(size, step);
        Optional<CheckpointRecord> known = CheckpointRecord.read(folder);
        if (known.isEmpty()) {
          return Optional.empty();
        }
        found.add(known.get().checkpoint(folder));
      }
    }
    return Optional.of(found);
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
