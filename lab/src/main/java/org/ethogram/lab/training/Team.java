package org.ethogram.lab.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ethogram.core.EthogramException;
import org.ethogram.training.parallel.Parallel;

/** This process, the first, with those that it has started to train with it. */
final class Team implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Parallel parallel;
  private final List<Process> others;
  private final Optional<PassingFolder> meetingPlace;

  private Team(Parallel parallel, List<Process> others, Optional<PassingFolder> meetingPlace) {
    this.parallel = parallel;
    this.others = others;
    this.meetingPlace = meetingPlace;
  }

  /**
   * @param logs where the others print, a file each
   */
  static Team of(int processes, Companions companions, RunFolder logs) {
    if (processes == 1) {
      return new Team(Parallel.single(), List.of(), Optional.empty());
    }
    List<Process> others = new ArrayList<>();
    PassingFolder place = PassingFolder.make();
    try {
      Path meeting = place.path().resolve("meeting");
      for (int rank = 1; rank < processes; rank++) {
        others.add(companions.start(rank, meeting, logs.path().resolve("process" + rank + ".log")));
      }
      return new Team(Parallel.join(0, processes, meeting), others, Optional.of(place));
    } catch (IOException e) {
      end(others);
      place.close();
      throw RunFolder.unwritable(logs.path(), e);
    } catch (EthogramException e) {
      end(others);
      place.close();
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
    meetingPlace.ifPresent(PassingFolder::close);
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
