package org.ethogram.lab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.models.reference.ModelReference;
import org.ethogram.torch.network.ProductPrecision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipeFileTest {
  private static final String SMALLEST =
      """
      recipe: small
      scratch: {architecture: llama, layers: 2, width: 32, heads: 2, context: 64}
      tokenizer: {vocabulary: 300}
      data: {text: story.txt}
      optimizer: {learning-rate: 0.01}
      steps: 40
      """;

  @TempDir Path folder;

  @BeforeEach
  void aStory() throws IOException {
    Files.writeString(folder.resolve("story.txt"), "once upon a time");
  }

  @Test
  void theSmallestRecipeFillsInTheRest() throws IOException {
    Recipe recipe = read(SMALLEST);
    assertThat(recipe.seed()).isEqualTo(new Seed(1));
    assertThat(recipe.trained()).isEqualTo(new Trained.Everything());
    assertThat(recipe.duration()).isEqualTo(new Duration.Steps(40));
    assertThat(recipe.optimization().schedule()).isEqualTo("cosine");
    assertThat(recipe.checkpoints().steps(40)).containsExactly(0L, 40L);
    assertThat(recipe.evaluations().steps(40)).isEmpty();
    assertThat(recipe.settings())
        .containsEntry("scratch.inner-width", "88") // 8/3 of 32 is 85.3, in multiples of 8
        .containsEntry("scratch.key-value-heads", "2")
        .containsEntry("data.text", "[story.txt]")
        .containsEntry("optimizer.betas", "[0.9, 0.95]");
  }

  @Test
  void optionsChangeTheRecipe() throws IOException {
    Recipe recipe =
        RecipeFile.read(
            written(SMALLEST),
            List.of("scratch.layers=3", "optimizer.betas=[0.8, 0.9]"),
            OptionalLong.of(7));
    assertThat(recipe.seed()).isEqualTo(new Seed(7));
    assertThat(recipe.optimization().firstDecay()).isEqualTo(0.8);
    assertThat(recipe.settings()).containsEntry("scratch.layers", "3");
    assertThat(recipe.text()).contains("layers: 3");
  }

  @Test
  void productsAreOfFullPrecisionUnlessTheRecipeAsksForLess() throws IOException {
    assertThat(read(SMALLEST).precision()).isEqualTo(ProductPrecision.FULL);
    assertThat(read(SMALLEST).settings()).doesNotContainKey("precision");
    Recipe recipe = read(SMALLEST + "precision: bfloat16\n");
    assertThat(recipe.precision()).isEqualTo(ProductPrecision.BFLOAT16);
    assertThat(recipe.settings()).containsEntry("precision", "bfloat16");
    assertThatThrownBy(reading(SMALLEST + "precision: bfloat\n"))
        .hasMessageContaining("recipe.yaml:7:12: 'precision' cannot be 'bfloat'")
        .hasMessageContaining("did you mean 'bfloat16'?");
  }

  @Test
  void everyProblemIsShownAtItsPlace() {
    assertThatThrownBy(
            reading(
                """
                recipe: no name
                scratch: {architecture: lama, layers: 2, width: 30, heads: 4, context: 64}
                tokenizer: {vocabulary: 12}
                data: {text: storry.txt, hold-out: 0.1}
                optimiser: {learning-rate: 0.01}
                train: al
                steps: 40
                epochs: 2
                """))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("10 problems")
        .hasMessageContaining("recipe.yaml:1:9: 'recipe' is 'no name'")
        .hasMessageContaining("cannot be 'lama'; did you mean 'llama'?")
        .hasMessageContaining("4 heads do not divide the width 30")
        .hasMessageContaining("'tokenizer.vocabulary' is '12': expected a whole number from 257")
        .hasMessageContaining("is neither a file nor a folder nor a pattern")
        .hasMessageContaining("unknown key 'hold-out' in 'data'; did you mean 'held-out'?")
        .hasMessageContaining("unknown key 'optimiser'; did you mean 'optimizer'?")
        .hasMessageContaining("the key 'learning-rate' is missing in 'optimizer'")
        .hasMessageContaining("'train' must be all, or adapter: {rank: 8}")
        .hasMessageContaining("expected only one of steps and epochs")
        .extracting(e -> ((EthogramException) e).code())
        .isEqualTo(ErrorCode.CONFIGURATION);
  }

  @Test
  void whatIsMissingIsNamedWithAnExample() {
    assertThatThrownBy(reading("about: nothing\n"))
        .hasMessageContaining("the key 'recipe' is missing")
        .hasMessageContaining("the key 'model' is missing")
        .hasMessageContaining("the key 'data' is missing")
        .hasMessageContaining("the key 'steps' is missing, such as steps: 300, or epochs: 3")
        .hasMessageContaining("the key 'learning-rate' is missing");
  }

  @Test
  void anAdapterNeedsAModel() {
    assertThatThrownBy(reading(SMALLEST + "train: {adapter: {rank: 4}}\n"))
        .hasMessageContaining("an adapter needs a model to stand on");
  }

  @Test
  void anEvaluationNeedsSomethingHeldOut() {
    assertThatThrownBy(reading(SMALLEST + "evaluate: {every: 10}\n"))
        .hasMessageContaining("give 'held-out' in 'data'");
  }

  @Test
  void filesAreNamedOneByOneByFolderAndByPattern() throws IOException {
    for (String name : List.of("b/two.md", "b/one.md", "b/c/three.md", "b/notes.pdf")) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), name);
    }
    assertThat(texts("[b/two.md, story.txt]")).containsExactly("b/two.md", "story.txt");
    assertThat(texts("b")).containsExactly("b/c/three.md", "b/one.md", "b/two.md");
    assertThat(texts("'b/*.md'")).containsExactly("b/one.md", "b/two.md");
    assertThat(texts("['b/**.md', b/one.md]"))
        .containsExactly("b/c/three.md", "b/one.md", "b/two.md");
    assertThatThrownBy(() -> texts("'b/*.txt'")).hasMessageContaining("matches no file");
    assertThatThrownBy(() -> texts("'d/*.txt'")).hasMessageContaining("is not there");
  }

  @Test
  void aModelMustBeAModel() throws IOException {
    String recipe = SMALLEST.replaceAll("scratch.*\n|tokenizer.*\n", "");
    assertThatThrownBy(reading(recipe + "model: nowhere\n"))
        .hasMessageContaining("'model' is no folder");
    Files.createDirectories(folder.resolve("empty"));
    assertThatThrownBy(reading(recipe + "model: empty\n"))
        .hasMessageContaining("holds no config.json");
    assertThatThrownBy(reading(SMALLEST + "model: empty\n"))
        .hasMessageContaining("expected only one of model and scratch");
  }

  @Test
  void checkpointsAreLogSpacedRegularOrListed() throws IOException {
    assertThat(checkpoints("log-spaced", 20)).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 20L);
    assertThat(checkpoints("{every: 8}", 20)).containsExactly(0L, 8L, 16L, 20L);
    assertThat(checkpoints("[5, 0, 99]", 20)).containsExactly(0L, 5L, 20L);
    assertThat(checkpoints("last", 20)).containsExactly(20L);
    assertThatThrownBy(() -> checkpoints("sometimes", 20))
        .hasMessageContaining("expected log-spaced, last, every: 100 or a list");
  }

  private Iterable<Long> checkpoints(String written, long last) throws IOException {
    return read(SMALLEST + "checkpoints: " + written + "\n").checkpoints().steps(last);
  }

  private List<String> texts(String written) throws IOException {
    Recipe recipe = read(SMALLEST.replace("text: story.txt", "text: " + written));
    return ((TrainingData.Texts) recipe.data().source())
        .files().stream().map(file -> folder.relativize(file).toString()).toList();
  }

  @Test
  void aModelOfTheHubIsAskedForWhenAllElseIsRight() throws IOException {
    String recipe =
        SMALLEST.replaceAll("scratch.*\n|tokenizer.*\n", "") + "model: org/name@step1\n";
    List<ModelReference.Hub> asked = new ArrayList<>();
    Function<ModelReference.Hub, Path> hub =
        reference -> {
          asked.add(reference);
          return folder.resolve("snapshot");
        };
    Path slip = written(recipe + "stepps: 3\n");
    assertThatThrownBy(() -> RecipeFile.read(slip, List.of(), OptionalLong.empty(), hub))
        .hasMessageContaining("stepps");
    assertThat(asked).isEmpty();
    Recipe read = RecipeFile.read(written(recipe), List.of(), OptionalLong.empty(), hub);
    assertThat(asked).containsExactly(new ModelReference.Hub("org/name", "step1"));
    assertThat(read.beginning()).isEqualTo(new Beginning.Existing(folder.resolve("snapshot")));
    Files.createDirectories(folder.resolve("org/name@step1"));
    assertThatThrownBy(() -> RecipeFile.read(written(recipe), List.of(), OptionalLong.empty(), hub))
        .hasMessageContaining("holds no config.json");
  }

  private ThrowingCallable reading(String text) {
    return () -> read(text);
  }

  private Recipe read(String text) throws IOException {
    return RecipeFile.read(written(text), List.of(), OptionalLong.empty());
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("recipe.yaml"), text);
  }
}
