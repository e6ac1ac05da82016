package org.ethogram.training.batches;

/**
 * Where a batch stands in its stream.
 *
 * @param group of sequences, from 0; of a packed batch the number of its first sequence
 * @param batch of the group, from 0
 */
public record BatchPlace(long group, int batch) {
  public static final BatchPlace FIRST = new BatchPlace(0, 0);
}
