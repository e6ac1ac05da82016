package org.ethogram.training.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.training.tokenizer.BytePairTokenizer;
import org.ethogram.training.tokenizer.BytePairTrainer;
import org.junit.jupiter.api.Test;

class BatchStreamTest {
  private static final BytePairTokenizer BYTES = new BytePairTrainer(257, 1).train();
  private static final Corpus LETTERS =
      index ->
          new Document(
              List.of(
                  new Segment("x".repeat((int) (index % 5)), 0),
                  new Segment(Character.toString((char) ('A' + index % 32)), 0.5f)));

  @Test
  void aBatchPredictsTheWeightedTokensFromTheOnesBeforeThem() {
    TokenSequence longer = TokenSequence.of(LETTERS.document(2), BYTES, 10);
    TokenSequence shorter = TokenSequence.of(LETTERS.document(5), BYTES, 10);
    Batch batch = Batch.of(List.of(longer, shorter));

    long x = 1 + 'x';
    assertThat(batch.rows()).isEqualTo(2);
    assertThat(batch.length()).isEqualTo(4);
    assertThat(batch.tokens()).containsExactly(0, x, x, 1 + 'C', 0, 1 + 'F', 0, 0);
    assertThat(batch.positions()).containsExactly(2, 4);
    assertThat(batch.targets()).containsExactly(1 + 'C', 1 + 'F');
    assertThat(batch.weights()).containsExactly(0.5f, 0.5f);
    assertThat(batch.tokenCount()).isEqualTo(6);
  }

  @Test
  void whatDoesNotFitInTheContextIsCutOff() {
    TokenSequence sequence = TokenSequence.of(LETTERS.document(4), BYTES, 3);
    assertThat(sequence.tokens()).containsExactly(0, 1 + 'x', 1 + 'x');
    assertThat(sequence.weights()).containsExactly(0f, 0f, 0f);
  }

  @Test
  void everyDocumentIsSeenOnceAndTrainingCanGoOnFromAnyStep() {
    BatchStream fromTheStart = new BatchStream(LETTERS, BYTES, 10, 4, new Seed(3));
    List<long[]> steps = new ArrayList<>();
    IntStream.range(0, 16).forEach(step -> steps.add(fromTheStart.batch(step).tokens()));

    List<Long> letters =
        steps.stream()
            .limit(8)
            .flatMapToLong(Arrays::stream)
            .filter(token -> token != 0 && token != 1 + 'x')
            .boxed()
            .sorted()
            .toList();
    assertThat(letters).hasSize(32).doesNotHaveDuplicates();

    BatchStream resumed = new BatchStream(LETTERS, BYTES, 10, 4, new Seed(3));
    assertThat(resumed.batch(13).tokens()).isEqualTo(steps.get(13));
    assertThat(resumed.batch(14).tokens()).isEqualTo(steps.get(14));
  }
}
