package org.ethogram.training.language;

import java.util.List;
import java.util.Optional;
import org.ethogram.training.checkpoints.Milestones;

/** At which steps the loss on held-out sequences is taken. */
public record Evaluation(Milestones steps, Optional<HeldOutLoss> heldOut) {
  public static final Evaluation NONE = new Evaluation(Milestones.of(List.of()), Optional.empty());

  public static Evaluation at(Milestones steps, HeldOutLoss heldOut) {
    return new Evaluation(steps, Optional.of(heldOut));
  }
}
