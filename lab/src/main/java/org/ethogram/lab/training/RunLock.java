package org.ethogram.lab.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.jspecify.annotations.Nullable;

/** The right to train into a folder; the operating system takes it back from the dead. */
record RunLock(FileChannel channel) implements AutoCloseable {
  static RunLock take(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("training.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel) == null) {
        channel.close();
        throw new EthogramException(
            ErrorCode.FILE_ACCESS,
            folder.toString(),
            "another training is writing into this folder",
            "Wait for it to end, or choose another folder with --out");
      }
      return new RunLock(channel);
    } catch (IOException e) {
      throw RunFolder.unwritable(folder, e);
    }
  }

  private static @Nullable FileLock locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
