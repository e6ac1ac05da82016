package org.ethogram.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ethogram.core.Seed;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.network.neox.NeoxConfiguration;
import org.ethogram.torch.network.neox.NeoxNetwork;

/** GPT-NeoX models with random weights, which compute as long as trained ones. */
final class RandomModels {
  private static final int VOCABULARY = 2048;
  private static final int CONTEXT = 4096;

  private RandomModels() {}

  /**
   * @param size {@code 0.27M} or {@code 11M}: non-embedding parameters
   */
  static Path folder(String size) {
    return switch (size) {
      case "0.27M" -> folder(64, 5, 4);
      case "11M" -> folder(384, 6, 6);
      default -> throw new IllegalArgumentException("no such size: " + size);
    };
  }

  private static Path folder(int width, int layers, int heads) {
    NeoxConfiguration configuration =
        NeoxConfiguration.organism(VOCABULARY, width, layers, heads, CONTEXT);
    try (NeoxNetwork network = NeoxNetwork.initialise(configuration, new Seed(1))) {
      Path folder = Files.createTempDirectory("ethogram-bench");
      ModelFolder.save(folder, network);
      Files.copy(
          Families.grown("7k", 1).folder().resolve("tokenizer.json"),
          folder.resolve("tokenizer.json"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
