package org.ethogram.lab.training;

import org.ethogram.core.Seed;
import org.ethogram.lab.recipe.Batches;
import org.ethogram.training.batches.BatchPlace;
import org.ethogram.training.batches.BatchStream;
import org.ethogram.training.batches.Batching;
import org.ethogram.training.batches.MicroBatches;
import org.ethogram.training.batches.SequenceSource;

/** How many steps it takes to read a number of tokens, by making their batches. */
final class StepCount {
  private StepCount() {}

  static int of(double tokens, SequenceSource sequences, Batches batches, Seed seed) {
    BatchStream stream = BatchStream.of(microBatches(batches), sequences, seed);
    BatchPlace place = BatchPlace.FIRST;
    long read = 0;
    int made = 0;
    while (read < tokens) {
      read += stream.batch(place).tokenCount();
      place = stream.next(place);
      made = Math.addExact(made, 1);
    }
    return Math.max(1, Math.ceilDiv(made, batches.accumulation()));
  }

  /** Those of a step. */
  static MicroBatches microBatches(Batches batches) {
    return new MicroBatches(
        batches.tokens(),
        batches.accumulation(),
        batches.packing() ? Batching.PACKED : Batching.LIKE_LENGTH);
  }
}
