package org.ethogram.torch.engine;

import java.util.Arrays;

/** Tokens one after another. Sequences that are grown from one another share their array. */
final class TokenSequence {
  private final int[] tokens;
  private final int length;

  private TokenSequence(int[] tokens, int length) {
    this.tokens = tokens;
    this.length = length;
  }

  static TokenSequence of(int... tokens) {
    return new TokenSequence(tokens.clone(), tokens.length);
  }

  int length() {
    return length;
  }

  int token(int position) {
    return tokens[position];
  }

  /** This sequence and one token more; only the latest of a sequence may be grown. */
  TokenSequence with(int token) {
    int[] larger =
        length < tokens.length ? tokens : Arrays.copyOf(tokens, Math.max(16, 2 * length));
    larger[length] = token;
    return new TokenSequence(larger, length + 1);
  }

  /** The first tokens alone. */
  TokenSequence first(int count) {
    return new TokenSequence(tokens, Math.min(count, length));
  }

  int[] from(int position) {
    return Arrays.copyOfRange(tokens, position, length);
  }

  /** How many tokens from {@code position} on are the first of {@code others}. */
  int match(int position, int[] others, int count) {
    int compared = Math.min(count, length - position);
    int difference = Arrays.mismatch(tokens, position, position + compared, others, 0, compared);
    return difference < 0 ? compared : difference;
  }
}
