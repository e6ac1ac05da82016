package org.ethogram.torch.hub;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/**
 * What has come of a file.
 *
 * @param moved told how many bytes there are more, or fewer where some were thrown away
 */
record PartialFile(Path path, LongConsumer moved) {
  /** A failure of this machine's disk: another attempt would not help. */
  static final class Disk extends IOException {
    private static final long serialVersionUID = 1;
    private final IOException failure;

    Disk(IOException failure) {
      super(failure);
      this.failure = failure;
    }

    IOException failure() {
      return failure;
    }
  }

  /** The part of a blob, beside it. */
  static PartialFile of(Path blob, LongConsumer moved) {
    return new PartialFile(beside(blob), moved);
  }

  static Path beside(Path blob) {
    return blob.resolveSibling(blob.getFileName() + ".incomplete");
  }

  boolean exists() {
    return Files.exists(path);
  }

  long length() throws IOException {
    return exists() ? Files.size(path) : 0;
  }

  /** Throws away what has come. */
  void restart() throws IOException {
    moved.accept(-length());
    Files.deleteIfExists(path);
    Files.createFile(path);
  }

  OutputStream append() throws Disk {
    try {
      return Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new Disk(e);
    }
  }

  void write(OutputStream output, byte[] chunk, int length) throws Disk {
    try {
      output.write(chunk, 0, length);
    } catch (IOException e) {
      throw new Disk(e);
    }
    moved.accept(length);
  }
}
