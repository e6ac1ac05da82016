package org.ethogram.lab.training;

import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.training.batches.TokenSequence;

/**
 * The sequences that a training reads and those that are kept to be predicted.
 *
 * @param documents that are trained on: texts, or demonstrations
 * @param documentsHeldOut that are kept
 */
record Material(
    List<TokenSequence> training,
    List<TokenSequence> heldOut,
    long documents,
    long documentsHeldOut) {
  /** Tokens that are read once through. */
  long tokens() {
    return training.stream().mapToLong(TokenSequence::length).sum();
  }

  /** Tokens that are predicted once through. */
  long predicted() {
    long predicted = 0;
    for (TokenSequence sequence : training) {
      for (float weight : sequence.weights()) {
        predicted += weight > 0 ? 1 : 0;
      }
    }
    return predicted;
  }

  static Material of(
      RawData raw, TrainingTokenizer tokenizer, int context, Seed seed, BadRows bad) {
    Material material =
        switch (raw) {
          case RawData.Texts texts -> ofTexts(texts.division(), tokenizer, context, seed);
          case RawData.Shown shown -> ofExamples(shown.division(), tokenizer, context, bad);
        };
    bad.settle();
    if (material.training().isEmpty()) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA, "data", "there is nothing left to train on", "Give more data");
    }
    return material;
  }

  private static Material ofTexts(
      Division<String> division, TrainingTokenizer tokenizer, int context, Seed seed) {
    TextBlocks blocks = new TextBlocks(tokenizer.tokenizer(), tokenizer.beginning(), context);
    return new Material(
        blocks.of(Division.shuffled(division.training(), seed.derive("order of documents"))),
        blocks.of(division.heldOut()),
        division.training().size(),
        division.heldOut().size());
  }

  private static Material ofExamples(
      Division<Example> division, TrainingTokenizer tokenizer, int context, BadRows bad) {
    ExampleSequences reader = new ExampleSequences(tokenizer, context, bad);
    List<TokenSequence> training = reader.of(division.training());
    List<TokenSequence> heldOut = reader.of(division.heldOut());
    return new Material(training, heldOut, training.size(), heldOut.size());
  }
}
