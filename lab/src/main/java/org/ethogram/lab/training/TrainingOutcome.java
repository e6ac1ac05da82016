package org.ethogram.lab.training;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run of a recipe came to.
 *
 * @param wasFinished whether all of it had been made before
 * @param losses at the checkpoints, ascending; empty where all had been made before
 * @param leftOut rows of the data that were not used, each with its place
 */
public record TrainingOutcome(
    Path folder, boolean wasFinished, List<CheckpointLoss> losses, List<String> leftOut) {
  static TrainingOutcome done(Path folder) {
    return new TrainingOutcome(folder, true, List.of(), List.of());
  }

  static TrainingOutcome made(Path folder, List<CheckpointLoss> losses, Preparation preparation) {
    return new TrainingOutcome(folder, false, losses, preparation.leftOut());
  }
}
