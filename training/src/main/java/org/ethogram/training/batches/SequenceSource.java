package org.ethogram.training.batches;

/**
 * Sequences by number, without end: the same number gives the same sequence, so training can go on
 * from anywhere.
 */
@FunctionalInterface
public interface SequenceSource {
  /**
   * @param index from 0
   */
  TokenSequence sequence(long index);
}
