package org.ethogram.training.batches;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which sequences are padded to one length: those no longer than 5/4 of the shortest of them. */
final class LikeLengths {
  private LikeLengths() {}

  /**
   * @return the numbers of the sequences, group by group, from the shortest on
   */
  static List<List<Integer>> groups(int[] lengths) {
    List<Integer> sorted =
        IntStream.range(0, lengths.length)
            .boxed()
            .sorted(Comparator.comparingInt(which -> lengths[which]))
            .toList();
    List<List<Integer>> groups = new ArrayList<>();
    int first = 0;
    for (int next = 1; next <= sorted.size(); next++) {
      if (next == sorted.size()
          || 4L * lengths[sorted.get(next)] > 5L * lengths[sorted.get(first)]) {
        groups.add(sorted.subList(first, next));
        first = next;
      }
    }
    return groups;
  }
}
