package org.ethogram.training.batches;

import java.util.ArrayList;
import java.util.List;

/** Packed batches: as many sequences as fit, in the order of their source. */
final class PackedBatches implements BatchStream {
  private final SequenceSource sequences;
  private final int batchTokens;
  private long first = -1;
  private List<TokenSequence> loaded = List.of();

  /**
   * @param batchTokens most tokens of a batch; a longer sequence is a batch alone
   */
  PackedBatches(SequenceSource sequences, int batchTokens) {
    this.sequences = sequences;
    this.batchTokens = batchTokens;
  }

  @Override
  public Batch batch(BatchPlace place) {
    load(place.group());
    return Batch.packed(loaded);
  }

  @Override
  public BatchPlace next(BatchPlace place) {
    load(place.group());
    return new BatchPlace(place.group() + loaded.size(), 0);
  }

  private void load(long wanted) {
    if (wanted != first) {
      loaded = from(wanted);
      first = wanted;
    }
  }

  private List<TokenSequence> from(long start) {
    List<TokenSequence> fitting = new ArrayList<>();
    TokenSequence next = sequences.sequence(start);
    long tokens = 0;
    do {
      fitting.add(next);
      tokens += next.length();
      next = sequences.sequence(start + fitting.size());
    } while (tokens + next.length() <= batchTokens);
    return fitting;
  }
}
