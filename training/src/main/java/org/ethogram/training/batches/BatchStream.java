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
   * @param batches a sequence longer than one of them is a batch alone
   * @param seed of the order of the batches
   */
  static BatchStream of(MicroBatches batches, SequenceSource sequences, Seed seed) {
    return switch (batches.batching()) {
      case LIKE_LENGTH -> new LikeLengthBatches(sequences, batches.tokens(), seed);
      case PACKED -> new PackedBatches(sequences, batches.tokens());
    };
  }
}
