package org.ethogram.lab.run;

import java.nio.file.Path;

/** A study of a remote subject in a process of its own. */
final class KilledRemoteRun {
  private KilledRemoteRun() {}

  public static void main(String[] arguments) {
    new StudyRunner(CoinStudies.workplace(2))
        .run(
            RemoteStudyTest.read(Path.of(arguments[0])),
            Path.of(arguments[1]),
            RunOptions.quiet(""));
  }
}
