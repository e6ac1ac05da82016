package org.ethogram.lab.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;

/** Data that is trained on, and data that is kept to be predicted. */
record Division<T>(List<T> training, List<T> heldOut) {

  /**
   * Keeps a share, at least one and not all, drawn from the seed.
   *
   * @param share in (0, 1)
   */
  static <T> Division<T> drawn(List<T> all, double share, Seed seed) {
    int kept = Math.max(1, (int) Math.round(share * all.size()));
    if (kept >= all.size()) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "data.held-out",
          "a share of " + share + " of " + all.size() + " leaves nothing to train on",
          "Lower it, give a file, or cut the text into more documents");
    }
    List<T> shuffled = shuffled(all, seed);
    return new Division<>(
        List.copyOf(shuffled.subList(kept, all.size())), List.copyOf(shuffled.subList(0, kept)));
  }

  /** Fisher-Yates. */
  static <T> List<T> shuffled(List<T> all, Seed seed) {
    RandomGenerator random = seed.generator();
    List<T> shuffled = new ArrayList<>(all);
    for (int index = shuffled.size() - 1; index > 0; index--) {
      Collections.swap(shuffled, index, random.nextInt(index + 1));
    }
    return shuffled;
  }
}
