package org.ethogram.lab.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * Where a training keeps what it makes: {@code stepN} folders that appear whole or not at all, and
 * beside them the state it goes on from, its metrics and where it came from.
 */
record RunFolder(Path path) {
  private static final String UNFINISHED = ".unfinished";

  Path tokenizer() {
    return path.resolve("tokenizer");
  }

  Path checkpoint(long step) {
    return path.resolve("step" + step);
  }

  boolean has(long step) {
    return Files.exists(checkpoint(step).resolve(CheckpointFile.NAME));
  }

  /** Fills a folder of the step under another name and then gives it its own. */
  void write(long step, Filling filling) {
    Path unfinished = path.resolve("step" + step + UNFINISHED);
    Path finished = checkpoint(step);
    try {
      delete(unfinished);
      Files.createDirectories(unfinished);
      filling.fill(unfinished);
      delete(finished);
      Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(finished, e);
    }
  }

  /** Writes the files of a checkpoint into a folder. */
  @FunctionalInterface
  interface Filling {
    void fill(Path folder);
  }

  void write(String name, String text) {
    Path file = path.resolve(name);
    Path beside = path.resolve(name + UNFINISHED);
    try {
      Files.createDirectories(path);
      Files.writeString(beside, text);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  static EthogramException unwritable(Path place, IOException cause) {
    return new EthogramException(
        ErrorCode.FILE_ACCESS,
        place.toString(),
        "cannot be written (" + cause.getMessage() + ")",
        "Check that the folder may be written to and has room, or choose another with --out",
        cause);
  }
}
