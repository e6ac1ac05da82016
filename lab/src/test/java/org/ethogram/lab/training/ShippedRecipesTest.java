package org.ethogram.lab.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.lab.recipe.Recipe;
import org.ethogram.lab.recipe.RecipeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedRecipesTest {
  private static final Path RECIPES = Path.of("..", "recipes");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"language-model.yaml", "adapter.yaml"})
  void theyFitTheSchemaForEditors(String name) throws IOException {
    String text = Files.readString(RECIPES.resolve(name));
    assertThat(schema().validate(text, InputFormat.YAML)).isEmpty();
    assertThat(schema().validate(text.replace("warm-up:", "warmup:"), InputFormat.YAML))
        .isNotEmpty();
  }

  @Test
  void theyArePlannedAndTheSecondStandsOnTheFirst() {
    Recipe first =
        read("language-model.yaml", List.of("data.documents=100", "steps=2", "checkpoints=last"));
    TrainingForecast forecast = TrainingForecast.of(first, folder.resolve("first"));
    assertThat(forecast.steps()).isEqualTo(2);
    assertThat(forecast.documents()).isEqualTo(98);
    new TrainingRun(first, folder.resolve("first"), "", Companions.none())
        .run(Progress.NONE, StopSignal.NEVER);

    Recipe second =
        read("adapter.yaml", List.of("model=" + folder.resolve("first/step2").toAbsolutePath()));
    TrainingForecast tuned = TrainingForecast.of(second, folder.resolve("second"));
    assertThat(tuned.documents()).isEqualTo(120);
    assertThat(tuned.documentsHeldOut()).isEqualTo(30);
    assertThat(tuned.leftOut()).isEmpty();
    assertThat(tuned.model().trained()).isLessThan(tuned.model().all() / 4);
  }

  private static Recipe read(String name, List<String> sets) {
    return RecipeFile.read(RECIPES.resolve(name), sets, OptionalLong.empty());
  }

  private static Schema schema() throws IOException {
    try (InputStream stream = RecipeFile.class.getResourceAsStream("recipe.schema.json")) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);
    }
  }
}
