package org.ethogram.lab.training;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import org.ethogram.core.Seed;
import org.ethogram.lab.recipe.Beginning;
import org.ethogram.lab.recipe.Duration;
import org.ethogram.lab.recipe.Recipe;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.training.batches.ShuffledEpochs;

/**
 * A recipe with its data read, its tokenizer ready and its steps counted; no weights yet.
 *
 * @param context most tokens of a sequence
 * @param steps of the whole training
 * @param leftOut rows of the data that cannot be used, each with its place
 */
record Preparation(
    Recipe recipe,
    TrainingTokenizer tokenizer,
    Material material,
    ModelFacts model,
    int context,
    int steps,
    List<String> leftOut)
    implements AutoCloseable {

  /**
   * @param folder where a tokenizer that is learnt or given may be written
   */
  static Preparation of(Recipe recipe, Path folder) {
    BadRows bad = new BadRows(recipe.data().leaveOutBadRows());
    RawData raw = RawData.read(recipe, bad);
    TrainingTokenizer tokenizer = tokenizer(recipe, raw, folder);
    try {
      ModelFacts model = TrainedModel.foresee(recipe, tokenizer);
      int held = model.shape().contextLength();
      int context = Math.min(held, recipe.batches().context().orElse(held));
      Seed seed = recipe.seed();
      Material material = Material.of(raw, tokenizer, context, seed, bad);
      return new Preparation(
          recipe, tokenizer, material, model, context, steps(recipe, material), bad.found());
    } catch (RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  private static TrainingTokenizer tokenizer(Recipe recipe, RawData raw, Path folder) {
    return switch (recipe.beginning()) {
      case Beginning.Existing existing -> {
        try (ModelFolder model = ModelFolder.open(existing.folder())) {
          yield TrainingTokenizer.ofModel(model);
        }
      }
      case Beginning.Scratch scratch ->
          switch (scratch.tokenizer()) {
            case Beginning.TokenizerOrigin.Given given ->
                TrainingTokenizer.given(given.file(), folder);
            case Beginning.TokenizerOrigin.Learnt learnt ->
                TrainingTokenizer.learnt(
                    raw.trainingTexts().toList(),
                    learnt.vocabulary(),
                    scratch.sizes().context(),
                    folder);
          };
    };
  }

  private static int steps(Recipe recipe, Material material) {
    return switch (recipe.duration()) {
      case Duration.Steps counted -> counted.steps();
      case Duration.Epochs epochs ->
          StepCount.of(
              epochs.epochs() * material.tokens(),
              sequences(recipe, material),
              recipe.batches(),
              batchOrder(recipe));
    };
  }

  /** The sequences in the order in which they are read. */
  ShuffledEpochs sequences() {
    return sequences(recipe, material);
  }

  private static ShuffledEpochs sequences(Recipe recipe, Material material) {
    return new ShuffledEpochs(material.training(), recipe.seed().derive("order"));
  }

  /** Draws the order of the batches. */
  Seed batchOrder() {
    return batchOrder(recipe);
  }

  private static Seed batchOrder(Recipe recipe) {
    return recipe.seed().derive("batches");
  }

  SortedSet<Long> checkpoints() {
    return recipe.checkpoints().steps(steps);
  }

  SortedSet<Long> evaluations() {
    return recipe.evaluations().steps(steps);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
