package org.ethogram.lab.run;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;
import org.ethogram.lab.study.Study;

/** A run in a process of its own, which never ends by itself. */
final class KilledRun {
  /** The coin at which the process waits for ever. */
  static final int LAST_COIN = 250;

  private KilledRun() {}

  public static void main(String[] arguments) {
    Study study =
        CoinStudies.read(
            Path.of(arguments[0]),
            coin -> {
              if (coin == LAST_COIN) {
                waitForEver();
              }
            });
    var options =
        new RunOptions(
            "",
            OptionalLong.empty(),
            ErrorTolerance.NONE,
            Progress.NONE,
            StopSignal.NEVER,
            episode -> System.out.println(episode.key()));
    new StudyRunner(CoinStudies.workplace(2)).run(study, Path.of(arguments[1]), options);
  }

  private static void waitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
