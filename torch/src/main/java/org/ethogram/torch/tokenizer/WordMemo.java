package org.ethogram.torch.tokenizer;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers the tokens of words and of the phrases they make, for tokenizers that {@link
 * SpaceSplit} allows it.
 *
 * <p>Prompts of one study are made of few words and begin alike, and the native tokenizer costs
 * microseconds a call and a word.
 */
final class WordMemo {
  private static final int PHRASE_LENGTH = 48;
  private static final int LONGEST = 256;
  private static final int MOST = 100_000;

  private final Function<String, int[]> tokenizer;
  private final Map<String, int[]> words = new ConcurrentHashMap<>();
  private final Map<String, int[]> phrases = new ConcurrentHashMap<>();

  WordMemo(Function<String, int[]> tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** Phrases are cut from the left, so texts that begin alike share theirs. */
  int[] encode(String text) {
    return join(text, PHRASE_LENGTH, phrase -> recall(phrases, phrase, this::encodeWords));
  }

  private int[] encodeWords(String phrase) {
    return join(phrase, 1, word -> recall(words, word, tokenizer));
  }

  private static int[] join(String text, int pieceLength, Function<String, int[]> encoder) {
    int[] tokens = new int[Math.max(16, text.length() / 3)];
    int count = 0;
    int start = 0;
    while (start < text.length()) {
      int end = nextCut(text, start + pieceLength);
      int[] piece = encoder.apply(text.substring(start, end));
      if (count + piece.length > tokens.length) {
        tokens = Arrays.copyOf(tokens, 2 * (count + piece.length));
      }
      System.arraycopy(piece, 0, tokens, count, piece.length);
      count += piece.length;
      start = end;
    }
    return Arrays.copyOf(tokens, count);
  }

  /** The next single space between two characters that are no white space, or the text's end. */
  private static int nextCut(String text, int from) {
    int space = text.indexOf(' ', from);
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

  private static int[] recall(
      Map<String, int[]> memo, String piece, Function<String, int[]> encoder) {
    if (piece.length() > LONGEST) {
      return encoder.apply(piece);
    }
    int[] known = memo.get(piece);
    if (known == null) {
      if (memo.size() >= MOST) {
        memo.clear();
      }
      known = encoder.apply(piece);
      memo.put(piece, known);
    }
    return known;
  }
}
