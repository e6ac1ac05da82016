package org.ethogram.training.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ethogram.training.batches.TokenSequence;
import org.ethogram.training.tokenizer.BytePairTokenizer;
import org.ethogram.training.tokenizer.BytePairTrainer;
import org.junit.jupiter.api.Test;

class DocumentSequencesTest {
  private static final BytePairTokenizer BYTES = new BytePairTrainer(257, 1).train();

  @Test
  void aWordThatBeginsInOneSegmentAndEndsInAnotherHasTheWeightOfTheLatter() {
    BytePairTrainer trainer = new BytePairTrainer(300, 1);
    trainer.count(" oak oak oak");
    BytePairTokenizer words = trainer.train();
    Document document =
        new Document(List.of(new Segment("a ", 0), new Segment("oak", 1), new Segment(".", 0.5f)));
    TokenSequence sequence = new DocumentSequences(_ -> document, words, 10).sequence(0);
    assertThat(sequence.tokens()).containsExactly(0, 1 + 'a', words.encode(" oak")[0], 1 + '.');
    assertThat(sequence.weights()).containsExactly(0f, 0f, 1f, 0.5f);
  }

  @Test
  void whatDoesNotFitInTheContextIsCutOff() {
    Document document = new Document(List.of(new Segment("xxxx", 0), new Segment("4", 1)));
    TokenSequence sequence = new DocumentSequences(_ -> document, BYTES, 3).sequence(4);
    assertThat(sequence.tokens()).containsExactly(0, 1 + 'x', 1 + 'x');
    assertThat(sequence.weights()).containsExactly(0f, 0f, 0f);
  }
}
