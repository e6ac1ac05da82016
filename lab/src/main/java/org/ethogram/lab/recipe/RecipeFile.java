package org.ethogram.lab.recipe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.lab.yaml.Section;
import org.ethogram.lab.yaml.Value;
import org.ethogram.lab.yaml.YamlFile;
import org.ethogram.models.reference.ModelReference;
import org.ethogram.torch.network.ProductPrecision;

/** Reads recipe files. */
public final class RecipeFile {
  private static final String EXAMPLE = "recipes/language-model.yaml";
  static final int MOST_STEPS = 100_000_000;
  private static final List<String> PRECISIONS = List.of("float32", Recipe.BFLOAT16);
  private static final double MOST_EPOCHS = 1e6;

  private RecipeFile() {}

  /**
   * Reads a recipe. Paths in it are relative to the folder it stands in.
   *
   * @param sets what {@code --set} was given, such as {@code optimizer.learning-rate=0.001}
   * @param seed what {@code --seed} was given
   * @throws EthogramException that shows every problem of the file and of the options at its place
   */
  public static Recipe read(Path file, List<String> sets, OptionalLong seed) {
    return read(file, sets, seed, RecipeFile::refuse);
  }

  /**
   * {@link #read(Path, List, OptionalLong)} of a recipe whose model may be named as one of the
   * Hugging Face hub.
   *
   * @param hub the folder of such a model; asked when nothing else is wrong with the recipe
   */
  public static Recipe read(
      Path file, List<String> sets, OptionalLong seed, Function<ModelReference.Hub, Path> hub) {
    List<ModelReference.Hub> named = new ArrayList<>();
    Recipe checked =
        checked(
            file,
            sets,
            seed,
            reference -> {
              named.add(reference);
              return file;
            });
    return named.isEmpty() ? checked : checked(file, sets, seed, hub);
  }

  private static Path refuse(ModelReference.Hub reference) {
    throw new EthogramException(
        ErrorCode.CONFIGURATION,
        reference.toString(),
        "models of a hub are not fetched here",
        "Give the folder of a model");
  }

  private static Recipe checked(
      Path file, List<String> sets, OptionalLong seed, Function<ModelReference.Hub, Path> hub) {
    List<YamlFile.Change> changes = new ArrayList<>();
    sets.forEach(set -> changes.add(new YamlFile.Change("--set " + set, set)));
    seed.ifPresent(
        value -> changes.add(new YamlFile.Change("--seed seed=" + value, "seed=" + value)));
    YamlFile yaml = YamlFile.read(file, EXAMPLE, changes);
    Recipe recipe = recipe(file, yaml, hub);
    yaml.problems().raise();
    return recipe;
  }

  private static Recipe recipe(Path file, YamlFile yaml, Function<ModelReference.Hub, Path> hub) {
    Section root = yaml.root();
    Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of("/"));
    var paths = new RecipePaths(folder, hub);
    String name =
        root.require("recipe", "recipe: stories").flatMap(RecipeFile::name).orElse("unnamed");
    String about = root.text("about", "");
    long seed =
        root.get("seed").flatMap(value -> value.integer(Long.MIN_VALUE, Long.MAX_VALUE)).orElse(1L);
    Beginning beginning = BeginningReader.read(root, paths);
    TrainingData data = DataReader.read(root, paths);
    Trained trained = TrainedReader.read(root, paths);
    Duration duration = duration(root);
    Optimization optimization = OptimizationReader.read(root.section("optimizer"));
    Batches batches = BatchesReader.read(root, beginning);
    ProductPrecision precision = precision(root);
    StepChoice checkpoints =
        root.get("checkpoints")
            .flatMap(StepChoiceReader::read)
            .orElseGet(() -> new StepChoice.Listed(List.of(0L)));
    StepChoice evaluations = evaluations(root, data, checkpoints);
    Optional<Path> output = root.get("output").flatMap(Value::text).map(paths::resolve);
    if (trained instanceof Trained.OfAdapter && beginning instanceof Beginning.Scratch) {
      root.problem("train", "an adapter needs a model to stand on: give 'model' for 'scratch'");
    }
    root.finish();
    return new Recipe(
        file,
        name,
        about,
        new Seed(seed),
        beginning,
        data,
        trained,
        optimization,
        batches,
        precision,
        duration,
        checkpoints,
        evaluations,
        output,
        yaml.text());
  }

  /** A name becomes part of folder names. */
  private static Optional<String> name(Value value) {
    Optional<String> name = value.text();
    if (name.isPresent() && !name.get().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      value.problem("is '" + name.get() + "': expected letters, digits and . _ - only");
      return Optional.empty();
    }
    return name;
  }

  private static ProductPrecision precision(Section root) {
    String written =
        root.get("precision").flatMap(value -> value.choice(PRECISIONS)).orElse("float32");
    return written.equals(Recipe.BFLOAT16) ? ProductPrecision.BFLOAT16 : ProductPrecision.FULL;
  }

  private static Duration duration(Section root) {
    Optional<Value> steps = root.get("steps");
    Optional<Value> epochs = root.get("epochs");
    if (steps.isPresent() && epochs.isPresent()) {
      root.problem("epochs", "'steps' is given already: expected only one of steps and epochs");
    } else if (steps.isEmpty() && epochs.isEmpty()) {
      root.require("steps", "steps: 300, or epochs: 3");
    }
    if (epochs.isPresent()) {
      double count = epochs.flatMap(value -> value.number(1e-6, MOST_EPOCHS)).orElse(1.0);
      return new Duration.Epochs(count);
    }
    long count = steps.flatMap(value -> value.integer(1, MOST_STEPS)).orElse((long) MOST_STEPS);
    return new Duration.Steps((int) count);
  }

  private static StepChoice evaluations(Section root, TrainingData data, StepChoice checkpoints) {
    Optional<Value> written = root.get("evaluate");
    boolean nothing = data.heldOut() instanceof TrainingData.HeldOut.None;
    if (written.isPresent() && nothing) {
      written.get().problem("needs something to predict: give 'held-out' in 'data'");
    }
    return nothing
        ? new StepChoice.Never()
        : written.flatMap(StepChoiceReader::read).orElse(checkpoints);
  }
}
