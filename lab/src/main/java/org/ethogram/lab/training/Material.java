package org.ethogram.lab.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.training.batches.TokenSequence;
import org.ethogram.training.supervised.Demonstration;
import org.ethogram.training.supervised.Demonstrations;

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
          case RawData.Demonstrations pairs ->
              ofDemonstrations(pairs.division(), tokenizer, context, bad);
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

  private static Material ofDemonstrations(
      Division<Pairs.Placed> division, TrainingTokenizer tokenizer, int context, BadRows bad) {
    List<TokenSequence> training = sequences(division.training(), tokenizer, context, bad);
    List<TokenSequence> heldOut = sequences(division.heldOut(), tokenizer, context, bad);
    return new Material(training, heldOut, training.size(), heldOut.size());
  }

  private static List<TokenSequence> sequences(
      List<Pairs.Placed> pairs, TrainingTokenizer tokenizer, int context, BadRows bad) {
    List<TokenSequence> sequences = new ArrayList<>();
    for (Pairs.Placed placed : pairs) {
      sequence(placed.demonstration(), tokenizer, context)
          .ifPresentOrElse(
              sequences::add,
              () -> bad.add(placed.place(), "it does not fit in a context of " + context));
    }
    return sequences;
  }

  private static Optional<TokenSequence> sequence(
      Demonstration demonstration, TrainingTokenizer tokenizer, int context) {
    try {
      return Optional.of(
          new Demonstrations(
                  List.of(demonstration),
                  tokenizer.tokenizer(),
                  tokenizer.requiredEnd(),
                  context,
                  new Seed(0))
              .sequence(0));
    } catch (EthogramException e) {
      if (e.code() == ErrorCode.CONTEXT_OVERFLOW) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
