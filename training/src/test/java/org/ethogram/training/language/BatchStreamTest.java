package org.ethogram.training.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ethogram.core.Seed;
import org.ethogram.training.tokenizer.BytePairTokenizer;
import org.ethogram.training.tokenizer.BytePairTrainer;
import org.junit.jupiter.api.Test;

class BatchStreamTest {
  private static final BytePairTokenizer BYTES = new BytePairTrainer(257, 1).train();
  private static final Corpus DIGITS =
      index ->
          new Document(
              List.of(
                  new Segment("x".repeat((int) (index % 5)), 0),
                  new Segment(Character.toString((char) ('0' + index % 10)), 0.5f)));

  private static final SequenceSource SEQUENCES =
      index -> TokenSequence.of(DIGITS.document(index), BYTES, 10);

  @Test
  void aBatchPredictsTheWeightedTokensFromTheOnesBeforeThem() {
    TokenSequence longer = TokenSequence.of(DIGITS.document(2), BYTES, 10);
    TokenSequence shorter = TokenSequence.of(DIGITS.document(5), BYTES, 10);
    Batch batch = Batch.of(List.of(longer, shorter));

    long x = 1 + 'x';
    assertThat(batch.rows()).isEqualTo(2);
    assertThat(batch.length()).isEqualTo(4);
    assertThat(batch.tokens()).containsExactly(0, x, x, 1 + '2', 0, 1 + '5', 0, 0);
    assertThat(batch.positions()).containsExactly(2, 4);
    assertThat(batch.targets()).containsExactly(1 + '2', 1 + '5');
    assertThat(batch.weights()).containsExactly(0.5f, 0.5f);
    assertThat(batch.tokenCount()).isEqualTo(6);
  }

  @Test
  void aWordThatBeginsInOneSegmentAndEndsInAnotherHasTheWeightOfTheLatter() {
    BytePairTrainer trainer = new BytePairTrainer(300, 1);
    trainer.count(" oak oak oak");
    BytePairTokenizer words = trainer.train();
    Document document =
        new Document(List.of(new Segment("a ", 0), new Segment("oak", 1), new Segment(".", 0.5f)));
    TokenSequence sequence = TokenSequence.of(document, words, 10);
    assertThat(sequence.tokens()).containsExactly(0, 1 + 'a', words.encode(" oak")[0], 1 + '.');
    assertThat(sequence.weights()).containsExactly(0f, 0f, 1f, 0.5f);
  }

  @Test
  void whatDoesNotFitInTheContextIsCutOff() {
    TokenSequence sequence = TokenSequence.of(DIGITS.document(4), BYTES, 3);
    assertThat(sequence.tokens()).containsExactly(0, 1 + 'x', 1 + 'x');
    assertThat(sequence.weights()).containsExactly(0f, 0f, 0f);
  }

  @Test
  void everyDocumentOfAGroupIsSeenOnceInBatchesThatFit() {
    List<Batch> batches = group(new BatchStream(SEQUENCES, 24, new Seed(3)), 0);
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
            .filter(target -> target >= 1 + '0' && target <= 1 + '9')
            .count();
    assertThat(digits).isEqualTo(256);
  }

  @Test
  void trainingCanGoOnFromAnyPlace() {
    BatchStream stream = new BatchStream(SEQUENCES, 24, new Seed(3));
    BatchPlace place = BatchPlace.FIRST;
    for (int step = 0; step < 150; step++) {
      stream.batch(place);
      place = stream.next(place);
    }
    assertThat(place.group()).isPositive();
    BatchStream resumed = new BatchStream(SEQUENCES, 24, new Seed(3));
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
