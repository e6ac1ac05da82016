package org.ethogram.training.language;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.ethogram.training.batches.SequenceSource;
import org.ethogram.training.batches.TokenSequence;
import org.ethogram.training.tokenizer.BytePairTokenizer;

/**
 * The documents of a corpus as sequences, each behind the end-of-text token.
 *
 * @param contextLength most tokens of a sequence; what does not fit is cut off
 */
public record DocumentSequences(Corpus corpus, BytePairTokenizer tokenizer, int contextLength)
    implements SequenceSource {
  @Override
  public TokenSequence sequence(long index) {
    return sequence(corpus.document(index), tokenizer, contextLength);
  }

  /**
   * A document behind the end-of-text token; what does not fit in the context is cut off.
   *
   * <p>The document is encoded whole, as a reader of it would, so a token may begin in one segment
   * and end in another; it then has the weight of the latter.
   */
  static TokenSequence sequence(Document document, BytePairTokenizer tokenizer, int contextLength) {
    List<Segment> segments = document.segments();
    StringBuilder text = new StringBuilder();
    int[] ends = new int[segments.size()];
    for (int i = 0; i < ends.length; i++) {
      text.append(Normalizer.normalize(segments.get(i).text(), Normalizer.Form.NFC));
      ends[i] = text.length();
    }
    Collector collector = new Collector(segments, ends, contextLength);
    tokenizer.encode(text.toString(), collector);
    return collector.sequence();
  }

  /** Gives each piece the weight of the segment in which it ends. */
  private static final class Collector implements BytePairTokenizer.Pieces {
    private final List<Segment> segments;
    private final int[] ends;
    private final int[] tokens;
    private final float[] weights;
    private int length = 1;
    private int segment;

    Collector(List<Segment> segments, int[] ends, int contextLength) {
      this.segments = segments;
      this.ends = ends;
      this.tokens = new int[contextLength];
      this.weights = new float[contextLength];
      tokens[0] = BytePairTokenizer.END_OF_TEXT_TOKEN;
    }

    @Override
    public void piece(int end, int[] ofPiece) {
      while (ends[segment] < end) {
        segment++;
      }
      int fitting = Math.min(ofPiece.length, tokens.length - length);
      System.arraycopy(ofPiece, 0, tokens, length, fitting);
      Arrays.fill(weights, length, length + fitting, segments.get(segment).weight());
      length += fitting;
    }

    TokenSequence sequence() {
      return new TokenSequence(Arrays.copyOf(tokens, length), Arrays.copyOf(weights, length));
    }
  }
}
