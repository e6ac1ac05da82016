package org.ethogram.organisms;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** Keeps two processes from growing one family at once; the second waits for the first. */
final class FamilyLock implements AutoCloseable {
  private final FileChannel channel;

  private FamilyLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits until no other process holds the folder, which is made where it is absent. */
  static FamilyLock take(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("growing.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        channel.lock();
        return new FamilyLock(channel);
      } catch (IOException | OverlappingFileLockException e) {
        channel.close();
        throw e;
      }
    } catch (OverlappingFileLockException e) {
      throw new EthogramException(
          ErrorCode.WORK_FAILED,
          folder.toString(),
          "this process is growing the family already",
          "Wait for the other study to finish growing",
          e);
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          folder.toString(),
          "cannot be written (" + e.getMessage() + ")",
          "Check that the cache may be written to",
          e);
    }
  }

  /** Lets the next process in. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          "growing.lock",
          "cannot be released",
          "Check the disk of the cache",
          e);
    }
  }
}
