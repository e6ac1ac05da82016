package org.ethogram.lab.training;

import java.util.List;
import org.ethogram.core.Seed;
import org.ethogram.training.batches.SequenceSource;
import org.ethogram.training.batches.TokenSequence;

/** Sequences again and again, each time through in another order. */
final class Epochs implements SequenceSource {
  private final List<TokenSequence> sequences;
  private final Seed seed;
  private long epoch = -1;
  private List<TokenSequence> order = List.of();

  /**
   * @param sequences at least one
   * @param seed of the orders
   */
  Epochs(List<TokenSequence> sequences, Seed seed) {
    this.sequences = List.copyOf(sequences);
    this.seed = seed;
  }

  @Override
  public synchronized TokenSequence sequence(long index) {
    long wanted = index / sequences.size();
    if (wanted != epoch) {
      order = Division.shuffled(sequences, seed.derive("epoch", wanted));
      epoch = wanted;
    }
    return order.get((int) (index % sequences.size()));
  }
}
