package org.ethogram.organisms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ethogram.core.CacheFolder;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.core.StopSignal;

/**
 * The families that were grown on this machine, so that each is grown once.
 *
 * <p>Layout: {@code root/FAMILY-HASH/SIZE/stepN}, where the hash is over everything that determines
 * the weights. A checkpoint appears whole or not at all.
 */
public final class OrganismCache {
  private final Path root;

  /** The folder of organisms in this user's {@link CacheFolder}. */
  public static Path standardRoot() {
    return CacheFolder.path().resolve("organisms");
  }

  /**
   * @param root a folder that may be absent as long as nothing has been grown
   */
  public OrganismCache(Path root) {
    this.root = root;
  }

  /**
   * Every checkpoint of the family, from small to large and then by step, grown where it is not yet
   * there. Going on after a kill gives the same weights as if there had been none.
   */
  public List<OrganismCheckpoint> grow(
      FamilyRecipe recipe, Seed seed, Progress progress, StopSignal stop) {
    FamilyFolder folder = new FamilyFolder(root, recipe, seed);
    Optional<List<OrganismCheckpoint>> grown = folder.checkpoints();
    if (grown.isPresent()) {
      return grown.get();
    }
    try (FamilyLock _ = FamilyLock.take(folder.path())) {
      if (folder.checkpoints().isEmpty()) {
        new FamilyGrowth(recipe, seed, folder).run(progress, stop);
      }
    }
    return folder.checkpoints().orElseThrow();
  }

  /** The family as {@link #grow} gives it, if all of it is in the cache already. */
  public Optional<List<OrganismCheckpoint>> find(FamilyRecipe recipe, Seed seed) {
    return new FamilyFolder(root, recipe, seed).checkpoints();
  }

  /** Every checkpoint in the cache, also of families that are still growing. */
  public List<OrganismCheckpoint> list() {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    List<OrganismCheckpoint> found = new ArrayList<>();
    try (Stream<Path> folders = Files.find(root, 3, (path, kind) -> kind.isDirectory())) {
      for (Path folder : folders.toList()) {
        CheckpointRecord.read(folder).map(known -> known.checkpoint(folder)).ifPresent(found::add);
      }
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          root.toString(),
          "the cache of organisms cannot be read",
          "Check that the folder may be read",
          e);
    }
    found.sort(
        Comparator.comparing(OrganismCheckpoint::family)
            .thenComparingLong(checkpoint -> checkpoint.scale().parameters().orElse(0))
            .thenComparingLong(OrganismCheckpoint::step));
    return found;
  }
}
