package org.ethogram.lab.store;

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

/** The right to write into a folder; the operating system takes it back from the dead. */
public final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes the folder where it is absent.
   *
   * @param name of the file that is locked in it
   * @param holder who may have it, for the message: such as {@code another run}
   * @throws EthogramException {@code FILE_ACCESS} when another has it, or it cannot be written
   */
  public static FolderLock take(Path folder, String name, String holder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel) == null) {
        channel.close();
        throw new EthogramException(
            ErrorCode.FILE_ACCESS,
            folder.toString(),
            holder + " is writing into this folder",
            "Wait for it to end, or choose another folder with --out");
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          folder.toString(),
          "the folder cannot be written: " + e.getMessage(),
          "Choose another folder with --out",
          e);
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
