package org.ethogram.training.batches;

/** How sequences share a batch. */
public enum Batching {
  /** Sequences of like length side by side, the shorter ones padded. */
  LIKE_LENGTH,
  /** Sequences one behind the other in one row, in the order of their source, without padding. */
  PACKED
}
