package org.ethogram.lab.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is gone when it is closed. */
record PassingFolder(Path path) implements AutoCloseable {
  static PassingFolder make() {
    try {
      return new PassingFolder(Files.createTempDirectory("ethogram-recipe"));
    } catch (IOException e) {
      throw RunFolder.unwritable(Path.of(System.getProperty("java.io.tmpdir", ".")), e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
