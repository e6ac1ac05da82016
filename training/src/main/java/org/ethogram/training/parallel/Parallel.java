package org.ethogram.training.parallel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * The processes that train one model together, as one of them sees them: each computes its share of
 * a step, and what they add up is the same in all.
 *
 * <p>Every process must make the same calls in the same order. One thread.
 */
public interface Parallel extends AutoCloseable {
  /** Number of this process, from 0; the first also writes what is kept. */
  int rank();

  /** How many processes there are. */
  int size();

  /** Replaces a tensor by the sum of what all processes have in its place. */
  void sum(Tensor tensor);

  /** Replaces a tensor by what the first process has in its place. */
  void copyFirst(Tensor tensor);

  /** Whether it is so in any process. */
  boolean any(boolean here);

  /** Leaves the others; without effect the second time. */
  @Override
  void close();

  default boolean isFirst() {
    return rank() == 0;
  }

  /** A process that trains alone. */
  static Parallel single() {
    return SingleProcess.INSTANCE;
  }

  /** One of several processes, which wait ten minutes for each other. */
  static Parallel join(int rank, int size, Path meeting) {
    return join(rank, size, meeting, Duration.ofMinutes(10));
  }

  /**
   * One of several processes; returns when all have come.
   *
   * <p>They talk over the loopback interface, or over the one that the environment variable {@code
   * GLOO_SOCKET_IFNAME} names.
   *
   * @param rank number of this process, from 0
   * @param size how many processes there are, at least 1
   * @param meeting a file that none of them has yet made, the same for all, by which they find each
   *     other
   * @param patience how long one waits for another: longer than the first takes to evaluate and to
   *     write a checkpoint
   * @throws EthogramException {@code FILE_ACCESS} when the file's folder is missing; {@code
   *     WORK_FAILED}, here as in later calls, when another process ends or does not answer in time
   */
  static Parallel join(int rank, int size, Path meeting, Duration patience) {
    if (rank < 0 || rank >= size) {
      throw new IllegalArgumentException("process %d of %d".formatted(rank, size));
    }
    Path parent = meeting.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          meeting.toString(),
          "the processes cannot meet there: its folder is missing",
          "Give a file in a folder that all of them can write to");
    }
    return new GlooProcess(rank, size, meeting, patience);
  }
}
