package org.ethogram.training.checkpoints;

/** Keeps the network of a step; called between steps by the thread that trains. */
@FunctionalInterface
public interface CheckpointWriter {
  /** Called again for the same point, with the same weights, when training goes on after a kill. */
  void write(TrainingPoint point);
}
