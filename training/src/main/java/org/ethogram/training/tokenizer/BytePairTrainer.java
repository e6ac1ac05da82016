package org.ethogram.training.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Learns a byte-level byte-pair vocabulary from text (Sennrich et al. 2016; Radford et al. 2019).
 *
 * <p>The vocabulary is the end-of-text token, the 256 bytes, and one token a merge. Of the pairs
 * that are equally frequent the one whose tokens were learnt first is merged, so the result depends
 * on the counts alone, not on the order in which text was seen.
 */
public final class BytePairTrainer {
  private final int vocabularySize;
  private final long minimumCount;
  private final Map<String, Long> pieces = new HashMap<>();

  /**
   * @param vocabularySize tokens wanted, at least 257; fewer come out where the text has no more
   *     pairs
   * @param minimumCount how often a pair must occur to be merged, at least 1
   */
  public BytePairTrainer(int vocabularySize, long minimumCount) {
    if (vocabularySize < BytePairTokenizer.FIRST_MERGED || minimumCount < 1) {
      throw new IllegalArgumentException(
          "no such vocabulary: size " + vocabularySize + ", minimum count " + minimumCount);
    }
    this.vocabularySize = vocabularySize;
    this.minimumCount = minimumCount;
  }

  /** Adds the pieces of a text to the counts. */
  public void count(String text) {
    PreTokenizer.cut(text, piece -> pieces.merge(piece, 1L, Long::sum));
  }

  /** The tokenizer of everything counted so far. */
  public BytePairTokenizer train() {
    List<Word> words = new ArrayList<>();
    pieces.forEach((piece, count) -> words.add(new Word(BytePairTokenizer.bytes(piece), count)));
    PairCounts counts = new PairCounts();
    Map<Merge, Set<Word>> holders = new HashMap<>();
    words.forEach(word -> enter(word, counts, holders));
    List<Merge> merges = new ArrayList<>();
    while (BytePairTokenizer.FIRST_MERGED + merges.size() < vocabularySize) {
      Merge best = counts.mostFrequent(minimumCount);
      if (best == null) {
        break;
      }
      int merged = BytePairTokenizer.FIRST_MERGED + merges.size();
      merges.add(best);
      for (Word word : Set.copyOf(holders.getOrDefault(best, Set.of()))) {
        word.pairs(pair -> counts.add(pair, -word.count()));
        word.apply(best, merged);
        enter(word, counts, holders);
      }
    }
    return new BytePairTokenizer(merges);
  }

  private static void enter(Word word, PairCounts counts, Map<Merge, Set<Word>> holders) {
    word.pairs(
        pair -> {
          counts.add(pair, word.count());
          holders.computeIfAbsent(pair, _ -> new HashSet<>()).add(word);
        });
  }
}
