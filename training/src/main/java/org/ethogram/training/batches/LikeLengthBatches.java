package org.ethogram.training.batches;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.ethogram.core.Seed;

/**
 * Batches of like length: sequences are taken in groups; inside a group those of like length stand
 * side by side, so that little is padded, and a batch takes as many as fit in its tokens. The
 * batches of a group come in an order drawn from the seed.
 */
final class LikeLengthBatches implements BatchStream {
  private static final int SEQUENCES_OF_A_GROUP = 256;

  private final SequenceSource sequences;
  private final int batchTokens;
  private final Seed seed;
  private long group = -1;
  private List<Batch> batches = List.of();

  /**
   * @param batchTokens most tokens of a batch with its padding; a longer sequence is a batch alone
   */
  LikeLengthBatches(SequenceSource sequences, int batchTokens, Seed seed) {
    this.sequences = sequences;
    this.batchTokens = batchTokens;
    this.seed = seed;
  }

  @Override
  public Batch batch(BatchPlace place) {
    load(place.group());
    return batches.get(place.batch());
  }

  @Override
  public BatchPlace next(BatchPlace place) {
    load(place.group());
    return place.batch() + 1 < batches.size()
        ? new BatchPlace(place.group(), place.batch() + 1)
        : new BatchPlace(place.group() + 1, 0);
  }

  private void load(long wanted) {
    if (wanted != group) {
      batches = batchesOf(wanted);
      group = wanted;
    }
  }

  private List<Batch> batchesOf(long group) {
    List<TokenSequence> ofGroup =
        LongStream.range(group * SEQUENCES_OF_A_GROUP, (group + 1) * SEQUENCES_OF_A_GROUP)
            .mapToObj(sequences::sequence)
            .sorted(Comparator.comparingInt(TokenSequence::length))
            .toList();
    List<Batch> batches = new ArrayList<>();
    int first = 0;
    for (int next = 1; next <= ofGroup.size(); next++) {
      boolean full =
          next == ofGroup.size()
              || (long) (next + 1 - first) * ofGroup.get(next).length() > batchTokens;
      if (full) {
        batches.add(Batch.padded(ofGroup.subList(first, next)));
        first = next;
      }
    }
    shuffle(batches, seed.derive("batch order", group).generator());
    return batches;
  }

  /** Fisher-Yates. */
  private static void shuffle(List<Batch> batches, RandomGenerator random) {
    for (int i = batches.size() - 1; i > 0; i--) {
      Collections.swap(batches, i, random.nextInt(i + 1));
    }
  }
}
