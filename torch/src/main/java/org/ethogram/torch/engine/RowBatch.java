package org.ethogram.torch.engine;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/**
 * Rows side by side in one pass, padded to equal numbers of tokens.
 *
 * <p>A row's keys are those of its past, then its own. The part of the past that all rows share is
 * left out here and attended to once for all of them.
 */
final class RowBatch {
  private final List<Row> rows;
  private final int[][] pasts;
  private final int[][] wanted;
  private final int length;
  private final int mostWanted;
  private final int shared;
  private final int keys;

  /**
   * @param fewestShared how long a shared past must be to be worth an attention of its own
   */
  RowBatch(List<Row> rows, int fewestShared) {
    this.rows = rows;
    this.pasts = rows.stream().map(Row::past).toArray(int[][]::new);
    this.wanted = rows.stream().map(Row::wanted).toArray(int[][]::new);
    this.length = rows.stream().mapToInt(Row::count).max().orElseThrow();
    this.mostWanted = Math.max(1, longest(wanted));
    int common = rows.size() == 1 && length == 1 ? 0 : sharedPast();
    this.shared = common >= fewestShared ? common : 0;
    this.keys = mostSeen() - shared;
  }

  /** Whether each row is one token, after which one thing is predicted at most. */
  boolean isOneToken() {
    return length == 1 && mostWanted == 1;
  }

  /** The same rows, each with the whole of its past among its own keys. */
  RowBatch withNothingShared() {
    return shared == 0 ? this : new RowBatch(rows, Integer.MAX_VALUE);
  }

  int size() {
    return rows.size();
  }

  /** Tokens that the last token of some row has before it, itself included. */
  int mostSeen() {
    return rows.stream().mapToInt(row -> row.start() + row.count()).max().orElseThrow();
  }

  List<Row> rows() {
    return rows;
  }

  /** Tokens of a row, padding included. */
  int length() {
    return length;
  }

  /** Tokens of a row after which something is predicted, padding included. */
  int mostWanted() {
    return mostWanted;
  }

  /** Tokens of the past that all rows share and that have an attention of their own. */
  int shared() {
    return shared;
  }

  /** Keys of a row beside the shared ones, padding included. */
  int keys() {
    return keys;
  }

  /** int64 [size, length]; padding repeats the row's last token. */
  Tensor tokens() {
    long[] tokens = new long[size() * length];
    for (int row = 0; row < size(); row++) {
      Row source = rows.get(row);
      for (int token = 0; token < length; token++) {
        tokens[row * length + token] = source.token(Math.min(token, source.count() - 1));
      }
    }
    return Tensor.create(tokens, size(), length);
  }

  /** int64 [size x length]. */
  Tensor positions() {
    long[] positions = new long[size() * length];
    for (int row = 0; row < size(); row++) {
      Row source = rows.get(row);
      for (int token = 0; token < length; token++) {
        positions[row * length + token] =
            (long) source.start() + Math.min(token, source.count() - 1);
      }
    }
    return Tensor.create(positions, positions.length);
  }

  /** The wanted tokens' numbers among all tokens of the batch, int64 [size x mostWanted]. */
  Tensor wanted() {
    long[] indices = new long[size() * mostWanted];
    for (int row = 0; row < size(); row++) {
      for (int index = 0; index < mostWanted; index++) {
        indices[row * mostWanted + index] = (long) row * length + wantedToken(row, index);
      }
    }
    return Tensor.create(indices, indices.length);
  }

  /** Where the new keys and values go, int64 [size x length]. */
  Tensor destinations() {
    long[] slots = new long[size() * length];
    Arrays.fill(slots, KeyValuePool.WASTE);
    for (int row = 0; row < size(); row++) {
      int[] destination = rows.get(row).destination();
      for (int token = 0; token < destination.length; token++) {
        slots[row * length + token] = destination[token];
      }
    }
    return Tensor.create(slots, slots.length);
  }

  /** The slots of the shared past, int64 [shared]. */
  Tensor sharedSlots() {
    long[] slots = new long[shared];
    for (int position = 0; position < shared; position++) {
      slots[position] = pasts[0][position];
    }
    return Tensor.create(slots, shared);
  }

  /** The slots of the keys of each row, int64 [size x keys]. */
  Tensor keySlots() {
    long[] slots = new long[size() * keys];
    for (int row = 0; row < size(); row++) {
      int begin = row * keys;
      int[] past = pasts[row];
      for (int position = shared; position < past.length; position++) {
        slots[begin + position - shared] = past[position];
      }
      int[] destination = rows.get(row).destination();
      for (int token = 0; token < destination.length; token++) {
        slots[begin + past.length - shared + token] = destination[token];
      }
    }
    return Tensor.create(slots, slots.length);
  }

  /**
   * What is added to the attention scores of all tokens, [size or 1, 1, length, keys]: minus
   * infinity where a token must not look; empty where every token sees every key.
   *
   * @param window how many of the latest tokens a token sees, itself included
   */
  TensorOptional mask(int window) {
    boolean ownMasks = hasUnlikePasts() || mostSeen() > window;
    if (!ownMasks && length == 1) {
      return new TensorOptional();
    }
    int masks = ownMasks ? size() : 1;
    float[] mask = new float[masks * length * keys];
    for (int row = 0; row < masks; row++) {
      for (int token = 0; token < length; token++) {
        hide(mask, row * length + token, row, token, window);
      }
    }
    return new TensorOptional(Tensor.create(mask, masks, 1, length, keys));
  }

  /** The same for the wanted tokens alone, [size, 1, mostWanted, keys]. */
  TensorOptional wantedMask(int window) {
    if (!hasUnlikePasts() && length == 1 && mostSeen() <= window) {
      return new TensorOptional();
    }
    float[] mask = new float[size() * mostWanted * keys];
    for (int row = 0; row < size(); row++) {
      for (int index = 0; index < mostWanted; index++) {
        hide(mask, row * mostWanted + index, row, wantedToken(row, index), window);
      }
    }
    return new TensorOptional(Tensor.create(mask, size(), 1, mostWanted, keys));
  }

  /**
   * Hides the tokens before the window of {@code token} and all after it; padding sees the same as
   * the last.
   */
  private void hide(float[] mask, int line, int row, int token, int window) {
    int begin = line * keys;
    int seen = pasts[row].length + Math.min(token, rows.get(row).count() - 1) + 1;
    int oldest = Math.max(0, seen - window - shared);
    Arrays.fill(mask, begin, begin + Math.min(oldest, keys), Float.NEGATIVE_INFINITY);
    if (seen - shared < keys) {
      Arrays.fill(mask, begin + seen - shared, begin + keys, Float.NEGATIVE_INFINITY);
    }
  }

  /** Rows with fewer wanted tokens than others repeat their first token. */
  private int wantedToken(int row, int index) {
    return index < wanted[row].length ? wanted[row][index] : 0;
  }

  private boolean hasUnlikePasts() {
    return Arrays.stream(pasts).anyMatch(past -> past.length != pasts[0].length);
  }

  private int sharedPast() {
    int[] first = pasts[0];
    int common = first.length;
    for (int[] past : pasts) {
      int until = Math.min(common, past.length);
      int difference = Arrays.mismatch(first, 0, until, past, 0, until);
      common = difference < 0 ? until : difference;
    }
    return common;
  }

  private static int longest(int[][] arrays) {
    return Arrays.stream(arrays).mapToInt(array -> array.length).max().orElseThrow();
  }
}
