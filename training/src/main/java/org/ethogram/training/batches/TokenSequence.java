package org.ethogram.training.batches;

/**
 * Tokens of which some are to be predicted.
 *
 * @param tokens at least one, and at most as many as the context holds
 * @param weights loss weight of predicting each token from those before it, at least 0; that of the
 *     first does not count, for nothing stands before it
 */
@SuppressWarnings("ArrayRecordComponent") // carried to the step that made it, never compared
public record TokenSequence(int[] tokens, float[] weights) {
  public TokenSequence {
    if (tokens.length == 0 || tokens.length != weights.length) {
      throw new IllegalArgumentException(
          "%d tokens with %d weights".formatted(tokens.length, weights.length));
    }
  }

  public int length() {
    return tokens.length;
  }
}
