package org.ethogram.core;

import java.nio.file.Path;

/** Where grown organisms and other things that can be made again are kept. */
public final class CacheFolder {
  private CacheFolder() {}

  /** {@code $ETHOGRAM_HOME} where it is set, else {@code ~/.cache/ethogram}. */
  public static Path path() {
    String home = System.getenv("ETHOGRAM_HOME");
    return home == null || home.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "ethogram")
        : Path.of(home);
  }
}
