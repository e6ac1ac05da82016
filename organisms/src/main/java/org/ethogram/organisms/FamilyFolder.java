package org.ethogram.organisms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.organisms.corpus.GameCorpus;
import org.ethogram.training.language.Document;

/** Where a family of one recipe and one seed lies in the cache. */
final class FamilyFolder {
  private static final int SAMPLED_DOCUMENTS = 64;
  private static final int SAMPLED_ONE_IN = 1000;

  private final FamilyRecipe recipe;
  private final String family;
  private final String hash;
  private final Path path;

  FamilyFolder(Path root, FamilyRecipe recipe, Seed seed) {
    this.recipe = recipe;
    this.family = recipe.name() + "-seed" + seed.value();
    this.hash = hash(recipe + ", seed " + seed.value() + sample(recipe, seed));
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

  Path unfinished(String size, long step) {
    return path.resolve(size).resolve("step" + step + ".unfinished");
  }

  /** Gives a finished checkpoint its name, in place of an earlier one of the same step. */
  void publish(Path unfinished, String size, long step) {
    Path finished = checkpoint(size, step);
    try {
      if (Files.exists(finished)) {
        try (Stream<Path> files = Files.list(finished)) {
          for (Path file : files.toList()) {
            Files.delete(file);
          }
        }
        Files.delete(finished);
      }
      Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          finished.toString(),
          "the checkpoint cannot be put in its place (" + e.getMessage() + ")",
          "Check that the cache may be written to",
          e);
    }
  }

  /** The beginning of the corpus, so that another generator gives another hash. */
  private static String sample(FamilyRecipe recipe, Seed seed) {
    GameCorpus corpus = GameCorpus.training(recipe.corpus(), seed);
    return LongStream.range(0, SAMPLED_DOCUMENTS)
        .map(sample -> sample * SAMPLED_ONE_IN)
        .mapToObj(corpus::document)
        .map(Document::toString)
        .collect(Collectors.joining("\n"));
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
