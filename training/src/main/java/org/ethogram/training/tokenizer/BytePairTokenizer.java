package org.ethogram.training.tokenizer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * A byte-level byte-pair tokenizer: text to tokens for training, and its {@code tokenizer.json} for
 * everybody else.
 *
 * <p>Token 0 is the end of text; 1 to 256 are the bytes; then one token a merge, in the order they
 * were learnt. Text is never read as the end-of-text token. Safe to use from any thread.
 */
public final class BytePairTokenizer {
  public static final String END_OF_TEXT = "<|endoftext|>";
  public static final int END_OF_TEXT_TOKEN = 0;
  static final int FIRST_MERGED = 257;
  private static final int CACHED_PIECES = 100_000;

  private final List<Merge> merges;
  private final Map<Merge, Integer> ranks = new HashMap<>();
  private final List<String> spellings = new ArrayList<>();
  private final Map<String, int[]> cache = new ConcurrentHashMap<>();

  BytePairTokenizer(List<Merge> merges) {
    this.merges = List.copyOf(merges);
    spellings.add(END_OF_TEXT);
    for (int code = 0; code < 256; code++) {
      spellings.add(String.valueOf(ByteAlphabet.character(code)));
    }
    for (Merge merge : merges) {
      ranks.put(merge, ranks.size());
      spellings.add(spellings.get(merge.left()) + spellings.get(merge.right()));
    }
  }

  public int vocabularySize() {
    return spellings.size();
  }

  /** The tokens of a text; nothing is added before or after. */
  public int[] encode(String text) {
    IntStream.Builder tokens = IntStream.builder();
    encode(text, (_, ofPiece) -> IntStream.of(ofPiece).forEach(tokens::add));
    return tokens.build().toArray();
  }

  /** Encodes a text piece by piece. */
  public void encode(String text, Pieces pieces) {
    int[] end = {0};
    PreTokenizer.cut(
        text,
        piece -> {
          end[0] += piece.length();
          pieces.piece(end[0], encodePiece(piece));
        });
  }

  /** Hears of the pieces of a text in order. */
  @FunctionalInterface
  public interface Pieces {
    /**
     * @param end of the piece in the normalised text, in characters from its beginning
     * @param tokens not to be written to
     */
    void piece(int end, int[] tokens);
  }

  private int[] encodePiece(String piece) {
    int[] known = cache.get(piece);
    if (known != null) {
      return known;
    }
    int[] tokens = merge(bytes(piece));
    if (cache.size() < CACHED_PIECES) {
      cache.put(piece, tokens);
    }
    return tokens;
  }

  /** Applies, again and again, the earliest learnt merge that fits anywhere. */
  private int[] merge(int[] bytes) {
    Word word = new Word(bytes, 1);
    while (true) {
      int[] earliest = {Integer.MAX_VALUE};
      word.pairs(
          pair -> earliest[0] = Math.min(earliest[0], ranks.getOrDefault(pair, Integer.MAX_VALUE)));
      if (earliest[0] == Integer.MAX_VALUE) {
        return word.tokens();
      }
      word.apply(merges.get(earliest[0]), FIRST_MERGED + earliest[0]);
    }
  }

  /** The tokens of a piece's bytes, before any merge. */
  static int[] bytes(String piece) {
    byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
    return IntStream.range(0, bytes.length).map(i -> 1 + Byte.toUnsignedInt(bytes[i])).toArray();
  }

  /**
   * Writes {@code tokenizer.json} and {@code tokenizer_config.json} as Hugging Face tokenizers read
   * them. Encoding with special tokens puts the end-of-text token first, as documents begin in
   * training.
   *
   * @param folder an existing folder
   * @param maximumLength tokens that fit in the model's context
   */
  public void write(Path folder, int maximumLength) {
    Map<String, Integer> vocabulary = new LinkedHashMap<>();
    for (String spelling : spellings) {
      vocabulary.put(spelling, vocabulary.size());
    }
    List<String> mergeLines =
        merges.stream()
            .map(merge -> spellings.get(merge.left()) + " " + spellings.get(merge.right()))
            .toList();
    TokenizerFiles.write(folder, vocabulary, mergeLines, maximumLength);
  }
}
