package org.ethogram.training.batches;

/**
 * What a step reads.
 *
 * @param tokens most of a micro-batch, padding included, at least 1
 * @param count micro-batches whose gradients make one step, at least 1; processes that train
 *     together share them
 * @param batching how sequences share a micro-batch
 */
public record MicroBatches(int tokens, int count, Batching batching) {
  public MicroBatches {
    if (tokens < 1 || count < 1) {
      throw new IllegalArgumentException("%d micro-batches of %d tokens".formatted(count, tokens));
    }
  }

  /** One of like length. */
  public static MicroBatches one(int tokens) {
    return new MicroBatches(tokens, 1, Batching.LIKE_LENGTH);
  }
}
