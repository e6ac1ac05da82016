package org.ethogram.training.batches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ethogram.core.Seed;
import org.junit.jupiter.api.Test;

class LikeLengthBatchesTest {
  private static final int ZERO = 10;
  private static final int X = 50;

  /** Of the end token, as many x as the rest of five says, and a digit of weight one half. */
  private static final SequenceSource SEQUENCES =
      index -> {
        int length = 2 + (int) (index % 5);
        int[] tokens = new int[length];
        float[] weights = new float[length];
        Arrays.fill(tokens, 1, length - 1, X);
        tokens[length - 1] = ZERO + (int) (index % 10);
        weights[length - 1] = 0.5f;
        return new TokenSequence(tokens, weights);
      };

  @Test
  void aBatchPredictsTheWeightedTokensFromTheOnesBeforeThem() {
    TokenSequence longer = SEQUENCES.sequence(2);
    TokenSequence shorter = SEQUENCES.sequence(5);
    Batch batch = Batch.padded(List.of(longer, shorter));

    assertThat(batch.rows()).isEqualTo(2);
    assertThat(batch.length()).isEqualTo(4);
    assertThat(batch.tokens()).containsExactly(0, X, X, ZERO + 2, 0, ZERO + 5, 0, 0);
    assertThat(batch.positions()).containsExactly(2, 4);
    assertThat(batch.targets()).containsExactly(ZERO + 2, ZERO + 5);
    assertThat(batch.weights()).containsExactly(0.5f, 0.5f);
    assertThat(batch.tokenCount()).isEqualTo(6);
  }

  @Test
  void everySequenceOfAGroupIsSeenOnceInBatchesThatFit() {
    List<Batch> batches = group(new LikeLengthBatches(SEQUENCES, 24, new Seed(3)), 0);
    long documents = batches.stream().mapToLong(Batch::rows).sum();
    assertThat(documents).isEqualTo(256);
    assertThat(batches)
        .allSatisfy(batch -> assertThat(batch.tokens()).hasSizeLessThanOrEqualTo(24));
    // Of five lengths from 2 to 6 each batch holds neighbours only, so little is padding.
    long tokens = batches.stream().mapToLong(Batch::tokenCount).sum();
    long padded = batches.stream().mapToLong(batch -> batch.tokens().length).sum();
    assertThat(tokens).isGreaterThan(padded * 95 / 100);
    long digits =
        batches.stream()
            .flatMapToLong(batch -> Arrays.stream(batch.targets()))
            .filter(target -> target >= ZERO && target < ZERO + 10)
            .count();
    assertThat(digits).isEqualTo(256);
  }

  @Test
  void trainingCanGoOnFromAnyPlace() {
    BatchStream stream = new LikeLengthBatches(SEQUENCES, 24, new Seed(3));
    BatchPlace place = BatchPlace.FIRST;
    for (int step = 0; step < 150; step++) {
      stream.batch(place);
      place = stream.next(place);
    }
    assertThat(place.group()).isPositive();
    BatchStream resumed = new LikeLengthBatches(SEQUENCES, 24, new Seed(3));
    assertThat(resumed.batch(place).tokens()).isEqualTo(stream.batch(place).tokens());
    assertThat(resumed.next(place)).isEqualTo(stream.next(place));
  }

  private static List<Batch> group(BatchStream stream, long group) {
    List<Batch> batches = new ArrayList<>();
    BatchPlace place = new BatchPlace(group, 0);
    while (place.group() == group) {
      batches.add(stream.batch(place));
      place = stream.next(place);
    }
    return batches;
  }
}
