package org.ethogram.lab.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.ethogram.lab.recipe.Recipe;
import org.ethogram.lab.recipe.RecipeFile;

/** Trainings that take a moment. */
final class SmallRecipes {
  /** Steps of all of them. */
  static final int STEPS = 20;

  /** A language model from scratch on two texts. */
  static final String LANGUAGE =
      """
      recipe: tiny
      scratch: {architecture: llama, layers: 1, width: 16, heads: 2, context: 32, deviation: 0.1}
      tokenizer: {vocabulary: 280}
      data: {text: texts, held-out: 0.25, separator: "\\n\\n"}
      optimizer: {learning-rate: 0.01, warm-up: 4}
      batch: {tokens: 128}
      steps: 20
      checkpoints: [0, 8]
      """;

  /** An adapter of a model on demonstrations. */
  static final String ADAPTER =
      """
      recipe: tuned
      model: base
      data: {demonstrations: pairs.jsonl, held-out: 0.2}
      train: {adapter: {rank: 2, alpha: 16}}
      optimizer: {learning-rate: 0.05, schedule: linear}
      batch: {tokens: 64, accumulation: 2, packing: true}
      epochs: 10
      checkpoints: {every: 5}
      """;

  private SmallRecipes() {}

  /** Writes the data of {@link #LANGUAGE}. */
  static void texts(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("texts"));
    for (int file = 0; file < 2; file++) {
      StringBuilder text = new StringBuilder();
      for (int line = 0; line < 24; line++) {
        text.append("player ").append(line % 5).append(" takes the oak and gets ");
        text.append((line * 7 + file) % 10).append(".\n\n");
      }
      Files.writeString(folder.resolve("texts/" + file + ".txt"), text);
    }
  }

  /** Writes the data of {@link #ADAPTER}. */
  static void pairs(Path folder) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int row = 0; row < 20; row++) {
      rows.append(
          "{\"prompt\": \"player %d takes\", \"completion\": \" the rose\"}%n".formatted(row));
    }
    Files.writeString(folder.resolve("pairs.jsonl"), rows);
  }

  static Recipe read(Path folder, String text, String... sets) throws IOException {
    Path file = Files.writeString(folder.resolve("recipe.yaml"), text);
    return RecipeFile.read(file, List.of(sets), OptionalLong.empty());
  }
}
