package org.ethogram.training.language;

import java.util.Arrays;
import org.ethogram.training.tokenizer.BytePairTokenizer;

/**
 * A document as tokens, beginning with the end-of-text token.
 *
 * @param tokens at most as many as the context holds; what did not fit is cut off
 * @param weights loss weight of predicting each token from those before it; 0 for the first
 */
@SuppressWarnings("ArrayRecordComponent") // carried to the step that made it, never compared
record TokenSequence(int[] tokens, float[] weights) {
  static TokenSequence of(Document document, BytePairTokenizer tokenizer, int contextLength) {
    int[] tokens = new int[contextLength];
    float[] weights = new float[contextLength];
    tokens[0] = BytePairTokenizer.END_OF_TEXT_TOKEN;
    int length = 1;
    for (Segment segment : document.segments()) {
      int[] piece = tokenizer.encode(segment.text());
      int fitting = Math.min(piece.length, contextLength - length);
      System.arraycopy(piece, 0, tokens, length, fitting);
      Arrays.fill(weights, length, length + fitting, segment.weight());
      length += fitting;
    }
    return new TokenSequence(Arrays.copyOf(tokens, length), Arrays.copyOf(weights, length));
  }

  int length() {
    return tokens.length;
  }
}
