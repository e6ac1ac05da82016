package org.ethogram.torch.engine;

import java.util.Arrays;
import org.ethogram.torch.tokenizer.Tokenizer;

/**
 * The text of tokens that come one by one.
 *
 * <p>Only the tokens since the last whole character are decoded again for each new one, behind a
 * text that ends a word. A character whose bytes are not all there is not part of the text yet.
 */
final class GrowingText {
  private static final char REPLACEMENT = '\uFFFD';
  private static final int MOST_PENDING = 16;
  private static final int LONGEST_CHARACTER = 4;

  private final Tokenizer tokenizer;
  private final StringBuilder text = new StringBuilder();
  private boolean begins;
  private int[] pending = new int[MOST_PENDING];
  private int count;
  private int taken;
  private boolean whole = true;

  /**
   * @param begins whether nothing precedes the text
   */
  GrowingText(Tokenizer tokenizer, boolean begins) {
    this.tokenizer = tokenizer;
    this.begins = begins;
  }

  void append(int token) {
    if (count == pending.length) {
      pending = Arrays.copyOf(pending, 2 * count);
    }
    pending[count++] = token;
    String decoded = decode(0, count);
    int settled = decoded.length();
    while (settled > 0 && decoded.charAt(settled - 1) == REPLACEMENT) {
      settled--;
    }
    take(decoded, settled);
    whole = settled == decoded.length();
    if (whole && !text.isEmpty()) {
      forget(count);
    } else if (count >= MOST_PENDING) {
      forgetWhereCharactersEnd(decoded);
    }
  }

  /** Makes what is left of an unfinished character part of the text. */
  void end() {
    String decoded = decode(0, count);
    take(decoded, decoded.length());
    whole = true;
  }

  /** Whether the tokens so far end with a whole character. */
  boolean isWhole() {
    return whole;
  }

  /** The whole characters so far; grows with the tokens. */
  StringBuilder text() {
    return text;
  }

  private void take(String decoded, int until) {
    if (until > taken) {
      text.append(decoded, taken, until);
      taken = until;
    }
  }

  /** Bytes that make no character can go on for ever; all but the latest are settled. */
  private void forgetWhereCharactersEnd(String decoded) {
    for (int cut = count - LONGEST_CHARACTER; cut > 0; cut--) {
      String first = decode(0, cut);
      if (decoded.equals(first + decodedFrom(cut))) {
        take(decoded, first.length());
        forget(cut);
        return;
      }
    }
  }

  private void forget(int tokens) {
    System.arraycopy(pending, tokens, pending, 0, count - tokens);
    count -= tokens;
    taken = 0;
    begins = false;
  }

  private String decode(int from, int until) {
    int[] tokens = Arrays.copyOfRange(pending, from, until);
    return begins ? tokenizer.decode(tokens) : tokenizer.decodeContinuation(tokens);
  }

  private String decodedFrom(int from) {
    return tokenizer.decodeContinuation(Arrays.copyOfRange(pending, from, count));
  }
}
