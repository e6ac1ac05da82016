package org.ethogram.lab.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ethogram.core.EthogramException;
import org.ethogram.training.parallel.Parallel;

/** This process, the first, with those that it has started to train with it. */
final class Team implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Parallel parallel;
  private final List<Process> others;

  private Team(Parallel parallel, List<Process> others) {
    this.parallel = parallel;
    this.others = others;
  }

  /**
   * @param logs where the others print, a file each
   */
  static Team of(int processes, Companions companions, RunFolder logs) {
    if (processes == 1) {
      return new Team(Parallel.single(), List.of());
    }
    List<Process> others = new ArrayList<>();
    try {
      Path meeting = Files.createTempDirectory("ethogram-team").resolve("meeting");
      for (int rank = 1; rank < processes; rank++) {
        others.add(companions.start(rank, meeting, logs.path().resolve("process" + rank + ".log")));
      }
      return new Team(Parallel.join(0, processes, meeting), others);
    } catch (IOException e) {
      end(others);
      throw RunFolder.unwritable(logs.path(), e);
    } catch (EthogramException e) {
      end(others);
      throw e;
    }
  }

  Parallel parallel() {
    return parallel;
  }

  @Override
  public void close() {
    parallel.close();
    end(others);
  }

  private static void end(List<Process> processes) {
    try {
      for (Process process : processes) {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      }
    } catch (InterruptedException e) {
      processes.forEach(Process::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }
}
