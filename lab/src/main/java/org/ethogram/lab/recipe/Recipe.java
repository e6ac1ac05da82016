package org.ethogram.lab.recipe;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedMap;
import org.ethogram.core.Seed;
import org.ethogram.torch.network.ProductPrecision;

/**
 * A training as its file describes it.
 *
 * @param file where it was read from
 * @param name tells its model from those of other recipes
 * @param about what it is for, in a sentence; empty where the file does not say
 * @param seed the origin of all its randomness
 * @param precision of the matrix products
 * @param output where the file wants its outcome; empty leaves the choice to the caller
 * @param text the file after the options that change it
 */
public record Recipe(
    Path file,
    String name,
    String about,
    Seed seed,
    Beginning beginning,
    TrainingData data,
    Trained trained,
    Optimization optimization,
    Batches batches,
    ProductPrecision precision,
    Duration duration,
    StepChoice checkpoints,
    StepChoice evaluations,
    Optional<Path> output,
    String text) {
  static final String BFLOAT16 = "bfloat16";

  /**
   * Everything that decides the trained weights, by its address in the file, with what the file
   * leaves out filled in; paths are relative to the file.
   */
  public SequencedMap<String, String> settings() {
    Settings settings = new Settings(file);
    settings.put("seed", seed.value());
    beginning.describe(settings);
    data.describe(settings);
    trained.describe(settings);
    optimization.describe(settings);
    batches.describe(settings);
    if (precision == ProductPrecision.BFLOAT16) {
      settings.put("precision", BFLOAT16);
    }
    settings.put(duration.unit(), duration.written());
    settings.put("checkpoints", checkpoints);
    settings.put("evaluate", evaluations);
    return settings.written();
  }
}
