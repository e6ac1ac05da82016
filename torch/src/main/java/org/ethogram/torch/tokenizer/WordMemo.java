package org.ethogram.torch.tokenizer;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers the tokens of words, for tokenizers that {@link SpaceSplit} allows it.
 *
 * <p>Prompts of one study are made of few words, and the native tokenizer costs microseconds a call
 * and a word.
 */
final class WordMemo {
  private static final int MOST_WORDS = 100_000;
  private static final int LONGEST_WORD = 64;

  private final Function<String, int[]> tokenizer;
  private final Map<String, int[]> tokensByWord = new ConcurrentHashMap<>();

  WordMemo(Function<String, int[]> tokenizer) {
    this.tokenizer = tokenizer;
  }

  int[] encode(String text) {
    int[] tokens = new int[Math.max(16, text.length() / 3)];
    int count = 0;
    int start = 0;
    while (start < text.length()) {
      int end = endOfWord(text, start);
      int[] word = tokens(text.substring(start, end));
      if (count + word.length > tokens.length) {
        tokens = Arrays.copyOf(tokens, 2 * (count + word.length));
      }
      System.arraycopy(word, 0, tokens, count, word.length);
      count += word.length;
      start = end;
    }
    return Arrays.copyOf(tokens, count);
  }

  /** The next single space between two characters that are no white space, or the text's end. */
  private static int endOfWord(String text, int start) {
    int space = text.indexOf(' ', start + 1);
    while (space >= 0) {
      if (space + 1 < text.length()
          && !isWhiteSpace(text.charAt(space - 1))
          && !isWhiteSpace(text.charAt(space + 1))) {
        return space;
      }
      space = text.indexOf(' ', space + 1);
    }
    return text.length();
  }

  /** Generous: what the pattern's white space might contain is never next to a cut. */
  private static boolean isWhiteSpace(char character) {
    return character <= ' '
        || (character >= 0x7f
            && (Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)));
  }

  private int[] tokens(String word) {
    if (word.length() > LONGEST_WORD) {
      return tokenizer.apply(word);
    }
    int[] known = tokensByWord.get(word);
    if (known == null) {
      if (tokensByWord.size() >= MOST_WORDS) {
        tokensByWord.clear();
      }
      known = tokenizer.apply(word);
      tokensByWord.put(word, known);
    }
    return known;
  }
}
