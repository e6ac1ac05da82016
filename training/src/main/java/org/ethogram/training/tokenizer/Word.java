package org.ethogram.training.tokenizer;

import java.util.Arrays;
import java.util.function.Consumer;

/** A piece of text as tokens so far merged, and how often it occurs; equal only to itself. */
final class Word {
  private final int[] tokens;
  private final long count;
  private int length;

  Word(int[] bytes, long count) {
    this.tokens = bytes.clone();
    this.length = bytes.length;
    this.count = count;
  }

  long count() {
    return count;
  }

  void pairs(Consumer<Merge> pairs) {
    for (int i = 0; i + 1 < length; i++) {
      pairs.accept(new Merge(tokens[i], tokens[i + 1]));
    }
  }

  /** Replaces the pair by the merged token wherever it stands, from the left. */
  void apply(Merge merge, int merged) {
    int kept = 0;
    for (int i = 0; i < length; i++) {
      if (i + 1 < length && tokens[i] == merge.left() && tokens[i + 1] == merge.right()) {
        tokens[kept++] = merged;
        i++;
      } else {
        tokens[kept++] = tokens[i];
      }
    }
    length = kept;
  }

  int[] tokens() {
    return Arrays.copyOf(tokens, length);
  }
}
