package org.ethogram.training.batches;

import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;

/**
 * The same sequences again and again, each time through in another order, which follows from the
 * seed and how often they came before. Safe to use from any thread.
 */
public final class ShuffledEpochs implements SequenceSource {
  private final List<TokenSequence> sequences;
  private final Seed seed;
  private volatile Epoch last;

  private record Epoch(long number, List<Integer> order) {}

  /**
   * @param sequences at least one
   */
  public ShuffledEpochs(List<TokenSequence> sequences, Seed seed) {
    this.sequences = List.copyOf(sequences);
    if (this.sequences.isEmpty()) {
      throw new IllegalArgumentException("no sequences");
    }
    this.seed = seed;
    this.last = epoch(0);
  }

  @Override
  public TokenSequence sequence(long index) {
    long number = index / sequences.size();
    Epoch epoch = last;
    if (epoch.number() != number) {
      epoch = epoch(number);
      last = epoch;
    }
    return sequences.get(epoch.order().get((int) (index % sequences.size())));
  }

  /** Fisher-Yates. */
  private Epoch epoch(long number) {
    RandomGenerator random = seed.derive("epoch", number).generator();
    List<Integer> order = IntStream.range(0, sequences.size()).boxed().collect(Collectors.toList());
    for (int index = order.size() - 1; index > 0; index--) {
      Collections.swap(order, index, random.nextInt(index + 1));
    }
    return new Epoch(number, order);
  }
}
