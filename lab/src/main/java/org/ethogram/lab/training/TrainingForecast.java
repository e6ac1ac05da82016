package org.ethogram.lab.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ethogram.lab.recipe.Recipe;

/**
 * What a recipe would train, counted without training.
 *
 * @param folder of the run
 * @param documents that are trained on: texts, or demonstrations
 * @param tokens of them
 * @param predicted tokens of them that have a loss
 * @param context most tokens of a sequence
 * @param stepTokens most tokens of a step, padding included
 * @param epochs how often all of the data is read, about
 * @param memory bytes that a step needs, about
 * @param checkpoints that are kept, by step
 * @param kept checkpoints that are there already
 * @param finished whether all of it is
 * @param leftOut rows of the data that are not used, each with its place
 */
public record TrainingForecast(
    Recipe recipe,
    Path folder,
    ModelFacts model,
    long documents,
    long documentsHeldOut,
    long tokens,
    long predicted,
    int context,
    long stepTokens,
    int steps,
    double epochs,
    long memory,
    List<Long> checkpoints,
    List<Long> evaluations,
    List<Long> kept,
    boolean finished,
    List<String> leftOut) {
  /**
   * Reads the data and counts; what it writes on the way is deleted again.
   *
   * @throws org.ethogram.core.EthogramException as the training itself would
   */
  public static TrainingForecast of(Recipe recipe, Path folder) {
    RunFolder run = new RunFolder(folder);
    Optional<Origin> earlier = Origin.read(run);
    earlier.ifPresent(begun -> begun.requireSame(Origin.of(recipe), run));
    try (PassingFolder passing = PassingFolder.make();
        Preparation preparation = Preparation.of(recipe, passing.path())) {
      Material material = preparation.material();
      long stepTokens = recipe.batches().stepTokens();
      List<Long> checkpoints = List.copyOf(preparation.checkpoints());
      return new TrainingForecast(
          recipe,
          folder,
          preparation.model(),
          material.documents(),
          material.documentsHeldOut(),
          material.tokens(),
          material.predicted(),
          preparation.context(),
          stepTokens,
          preparation.steps(),
          (double) preparation.steps() * stepTokens / material.tokens(),
          preparation.model().memory(recipe.batches()),
          checkpoints,
          List.copyOf(preparation.evaluations()),
          checkpoints.stream().filter(run::has).toList(),
          earlier.map(Origin::finished).orElse(false),
          preparation.leftOut());
    }
  }
}
