package org.ethogram.training.checkpoints;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Steps of a training at which something happens beside the step, such as a checkpoint; 0 is before
 * the first.
 *
 * @param steps each at least 0
 */
public record Milestones(SortedSet<Long> steps) {
  /** No step. */
  public static final Milestones NONE = new Milestones(new TreeSet<>());

  private static final int LAST_POWER_OF_TWO = 512;

  public Milestones {
    steps = Collections.unmodifiableSortedSet(new TreeSet<>(steps));
    if (!steps.isEmpty() && steps.first() < 0) {
      throw new IllegalArgumentException("not a step: " + steps.first());
    }
  }

  public static Milestones of(Collection<Long> steps) {
    return new Milestones(new TreeSet<>(steps));
  }

  /**
   * Step 0, every {@code interval} steps, and the last.
   *
   * @param interval at least 1
   * @param last step of the training
   */
  public static Milestones every(long interval, long last) {
    if (interval < 1) {
      throw new IllegalArgumentException("an interval of " + interval + " steps");
    }
    SortedSet<Long> steps = new TreeSet<>();
    for (long step = 0; step <= last; step += interval) {
      steps.add(step);
    }
    steps.add(last);
    return new Milestones(steps);
  }

  /**
   * Dense early and even later: 0, 1, 2, 4, ..., 512, then every {@code interval} steps, and the
   * last. With an interval of 1000 these are the steps of Pythia (Biderman et al. 2023, section
   * 2.1).
   */
  public static Milestones logSpaced(long interval, long last) {
    SortedSet<Long> steps = new TreeSet<>(every(interval, last).steps());
    for (long step = 1; step <= Math.min(last, LAST_POWER_OF_TWO); step *= 2) {
      steps.add(step);
    }
    return new Milestones(steps);
  }

  public boolean contains(long step) {
    return steps.contains(step);
  }
}
