package org.ethogram.torch.engine;

import java.util.Arrays;

/**
 * The tokens of a distribution from the most probable on, equal ones by their number; sorted only
 * as far as somebody looks.
 *
 * <p>Source of the selection: Hoare 1961, "Algorithm 65: Find".
 */
final class RankedTokens {
  private static final int FIRST = 64;

  /** The logit, turned so that larger ones come first, above the token's number. */
  private final long[] keys;

  private int sorted;

  RankedTokens(float[] logits) {
    keys = new long[logits.length];
    for (int token = 0; token < logits.length; token++) {
      int bits = Float.floatToRawIntBits(logits[token] + 0.0f); // -0 equals 0.
      int ascending = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
      keys[token] = ((long) ~ascending << 32) | token;
    }
  }

  /**
   * @param rank from 0
   */
  int token(int rank) {
    while (rank >= sorted) {
      int until = Math.min(keys.length, Math.max(FIRST, 8 * sorted));
      if (until < keys.length) {
        moveSmallestBefore(until);
      }
      Arrays.sort(keys, sorted, until);
      sorted = until;
    }
    return (int) keys[rank];
  }

  /** Moves the smallest keys that are not sorted yet before {@code until}, in any order. */
  private void moveSmallestBefore(int until) {
    int low = sorted;
    int high = keys.length - 1;
    while (low < high) {
      long pivot = median(keys[low], keys[(low + high) >>> 1], keys[high]);
      int left = low;
      int right = high;
      while (left <= right) {
        while (keys[left] < pivot) {
          left++;
        }
        while (keys[right] > pivot) {
          right--;
        }
        if (left <= right) {
          long moved = keys[left];
          keys[left++] = keys[right];
          keys[right--] = moved;
        }
      }
      if (until - 1 <= right) {
        high = right;
      } else if (until - 1 >= left) {
        low = left;
      } else {
        return;
      }
    }
  }

  private static long median(long first, long second, long third) {
    return Math.max(Math.min(first, second), Math.min(Math.max(first, second), third));
  }
}
