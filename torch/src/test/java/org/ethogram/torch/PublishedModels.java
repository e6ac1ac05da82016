package org.ethogram.torch;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The published models that the environment variable ETHOGRAM_MODELS points to. */
public final class PublishedModels {
  private PublishedModels() {}

  /** Skips the test where the folder is absent. */
  public static Path folder(String name) {
    String models = System.getenv("ETHOGRAM_MODELS");
    Path folder = Path.of(models == null ? "." : models).resolve(name);
    Assumptions.assumeTrue(
        models != null && Files.isDirectory(folder),
        "ETHOGRAM_MODELS names no folder with " + name);
    return folder;
  }
}
