package org.ethogram.training.batches;

import org.ethogram.core.Seed;

/**
 * The batches of sequences, one after the other, from any place: the same place gives the same
 * batch. Not safe to use from several threads.
 */
public interface BatchStream {
  Batch batch(BatchPlace place);

  /** The place after this one. */
  BatchPlace next(BatchPlace place);

  /**
   * @param batchTokens most tokens of a batch with its padding; a longer sequence is a batch alone
   * @param seed of the order of the batches
   */
  static BatchStream of(Batching batching, SequenceSource sequences, int batchTokens, Seed seed) {
    return switch (batching) {
      case LIKE_LENGTH -> new LikeLengthBatches(sequences, batchTokens, seed);
      case PACKED -> new PackedBatches(sequences, batchTokens);
    };
  }
}
