package org.ethogram.training.language;

import java.util.List;

/**
 * Sequences side by side, padded at the right to the longest.
 *
 * @param tokens row-major, {@code rows x length}; padding is the end-of-text token
 * @param positions where, in the row-major order, a token is predicted with a weight above 0
 * @param targets the token that follows each position
 * @param weights the loss weight of each target
 * @param tokenCount tokens without padding
 */
@SuppressWarnings("ArrayRecordComponent") // carried to the step that made it, never compared
record Batch(
    int rows,
    int length,
    long[] tokens,
    long[] positions,
    long[] targets,
    float[] weights,
    long tokenCount) {

  static Batch of(List<TokenSequence> sequences) {
    int rows = sequences.size();
    int length = sequences.stream().mapToInt(TokenSequence::length).max().orElseThrow();
    long[] tokens = new long[rows * length];
    int predicted = 0;
    long tokenCount = 0;
    for (TokenSequence sequence : sequences) {
      tokenCount += sequence.length();
      for (int i = 1; i < sequence.length(); i++) {
        predicted += sequence.weights()[i] > 0 ? 1 : 0;
      }
    }
    long[] positions = new long[predicted];
    long[] targets = new long[predicted];
    float[] weights = new float[predicted];
    int next = 0;
    for (int row = 0; row < rows; row++) {
      TokenSequence sequence = sequences.get(row);
      for (int i = 0; i < sequence.length(); i++) {
        tokens[row * length + i] = sequence.tokens()[i];
        if (i > 0 && sequence.weights()[i] > 0) {
          positions[next] = (long) row * length + i - 1;
          targets[next] = sequence.tokens()[i];
          weights[next++] = sequence.weights()[i];
        }
      }
    }
    return new Batch(rows, length, tokens, positions, targets, weights, tokenCount);
  }
}
