package org.ethogram.lab.recipe;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** After which steps something is done. */
public sealed interface StepChoice {
  /** The steps of a training of {@code last} steps, ascending; 0 is before the first. */
  SortedSet<Long> steps(long last);

  /** Never. */
  record Never() implements StepChoice {
    @Override
    public SortedSet<Long> steps(long last) {
      return new TreeSet<>();
    }

    @Override
    public String toString() {
      return "never";
    }
  }

  /** 0, the powers of two and the last (Biderman et al. 2023, Pythia, section 2.1). */
  record LogSpaced() implements StepChoice {
    @Override
    public SortedSet<Long> steps(long last) {
      SortedSet<Long> steps = new TreeSet<>(List.of(0L, last));
      for (long step = 1; step < last; step *= 2) {
        steps.add(step);
      }
      return steps;
    }

    @Override
    public String toString() {
      return "log-spaced";
    }
  }

  /** Every so many steps and the last. */
  record Every(long interval) implements StepChoice {
    @Override
    public SortedSet<Long> steps(long last) {
      SortedSet<Long> steps = new TreeSet<>(List.of(last));
      LongStream.rangeClosed(0, last / interval).forEach(count -> steps.add(count * interval));
      return steps;
    }

    @Override
    public String toString() {
      return "every " + interval;
    }
  }

  /** Those that are listed and not beyond the last, and the last. */
  record Listed(List<Long> listed) implements StepChoice {
    @Override
    public SortedSet<Long> steps(long last) {
      SortedSet<Long> steps = new TreeSet<>(List.of(last));
      listed.stream().filter(step -> step < last).forEach(steps::add);
      return steps;
    }

    @Override
    public String toString() {
      return listed.toString();
    }
  }
}
