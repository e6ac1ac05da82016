package org.ethogram.organisms;

import java.util.ArrayList;
import java.util.List;

/**
 * How long and in what steps a family grows; the same for all its sizes.
 *
 * @param steps of the optimiser, at least 1
 * @param batchTokens most tokens of a step, padding included
 * @param warmupSteps of the learning rate
 * @param finalFraction of the peak learning rate that is left at the end
 * @param weightDecay of AdamW, decoupled
 * @param maximumNorm to which the gradient is clipped
 * @param revisionInterval steps between revisions once they are no longer log-spaced
 */
public record GrowthSchedule(
    int steps,
    int batchTokens,
    int warmupSteps,
    double finalFraction,
    double weightDecay,
    double maximumNorm,
    int revisionInterval) {

  /**
   * The steps that are kept: 0, the powers of two below the interval, then every interval, and the
   * last (Biderman et al. 2023, Pythia, section 2.1, with a shorter interval).
   */
  public List<Long> revisions() {
    List<Long> revisions = new ArrayList<>();
    revisions.add(0L);
    for (long step = 1; step < Math.min(revisionInterval, steps); step *= 2) {
      revisions.add(step);
    }
    for (long step = revisionInterval; step < steps; step += revisionInterval) {
      revisions.add(step);
    }
    revisions.add((long) steps);
    return List.copyOf(revisions);
  }
}
