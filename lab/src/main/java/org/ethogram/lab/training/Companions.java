package org.ethogram.lab.training;

import java.io.IOException;
import java.nio.file.Path;

/** Starts the processes that train together with this one. */
@FunctionalInterface
public interface Companions {
  /**
   * Starts a process that calls {@link TrainingRun#assist} with the same recipe and folder.
   *
   * @param rank its number, from 1
   * @param meeting a file by which the processes find each other
   * @param log where it prints
   */
  Process start(int rank, Path meeting, Path log) throws IOException;

  /** Where there are none. */
  static Companions none() {
    return (_, _, _) -> {
      throw new IOException("a single process was expected");
    };
  }
}
