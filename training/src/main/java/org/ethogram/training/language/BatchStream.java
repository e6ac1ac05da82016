package org.ethogram.training.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.ethogram.core.Seed;
import org.ethogram.training.tokenizer.BytePairTokenizer;

/**
 * The batch of every step, whichever step training goes on from.
 *
 * <p>Documents are taken in groups of several batches; inside a group those of like length share a
 * batch, so that little is padded, and the batches come in an order drawn from the seed. Not safe
 * to use from several threads.
 */
final class BatchStream {
  private static final int BATCHES_OF_A_GROUP = 8;

  private final Corpus corpus;
  private final BytePairTokenizer tokenizer;
  private final int contextLength;
  private final int batchSize;
  private final Seed seed;
  private long group = -1;
  private List<Batch> batches = List.of();

  BatchStream(
      Corpus corpus, BytePairTokenizer tokenizer, int contextLength, int batchSize, Seed seed) {
    this.corpus = corpus;
    this.tokenizer = tokenizer;
    this.contextLength = contextLength;
    this.batchSize = batchSize;
    this.seed = seed;
  }

  /**
   * @param step from 0
   */
  Batch batch(long step) {
    if (step / BATCHES_OF_A_GROUP != group) {
      group = step / BATCHES_OF_A_GROUP;
      batches = batchesOf(group);
    }
    return batches.get((int) (step % BATCHES_OF_A_GROUP));
  }

  private List<Batch> batchesOf(long group) {
    long documents = (long) BATCHES_OF_A_GROUP * batchSize;
    List<TokenSequence> sequences =
        new ArrayList<>(
            LongStream.range(group * documents, (group + 1) * documents)
                .mapToObj(corpus::document)
                .map(document -> TokenSequence.of(document, tokenizer, contextLength))
                .toList());
    sequences.sort(Comparator.comparingInt(TokenSequence::length));
    List<Batch> batches = new ArrayList<>();
    for (int first = 0; first < sequences.size(); first += batchSize) {
      batches.add(Batch.of(sequences.subList(first, first + batchSize)));
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
