package org.ethogram.training.language;

import org.ethogram.training.checkpoints.CheckpointWriter;
import org.ethogram.training.checkpoints.Milestones;

/** At which steps the network is kept, and by whom. */
public record Checkpoints(Milestones steps, CheckpointWriter writer) {
  public static final Checkpoints NONE = new Checkpoints(Milestones.NONE, _ -> {});
}
