package org.ethogram.lab.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.ethogram.core.Progress;

/** A training in a process of its own, which waits for ever after a step. */
final class KilledTraining {
  /** Between the checkpoint after step 8 and the end. */
  static final int LAST_STEP = 13;

  private KilledTraining() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    AtomicInteger steps = new AtomicInteger();
    new TrainingRun(
            SmallRecipes.read(folder, SmallRecipes.LANGUAGE),
            Path.of(arguments[1]),
            "",
            Companions.none())
        .run(
            Progress.NONE,
            () -> {
              if (steps.incrementAndGet() == LAST_STEP) {
                System.out.println("after step " + LAST_STEP);
                waitForEver();
              }
              return false;
            });
  }

  private static void waitForEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
