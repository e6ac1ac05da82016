package org.ethogram.training.tokenizer;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * How often each pair occurs, with the most frequent at hand.
 *
 * <p>The queue may hold outdated counts; an entry whose count has changed since is put back with
 * the count of now when it comes up.
 */
final class PairCounts {
  private record Entry(Merge pair, long count) {}

  private static final Comparator<Entry> MOST_FREQUENT_FIRST =
      Comparator.comparingLong(Entry::count)
          .reversed()
          .thenComparingInt(entry -> entry.pair().left())
          .thenComparingInt(entry -> entry.pair().right());

  private final Map<Merge, Long> counts = new HashMap<>();
  private final PriorityQueue<Entry> queue = new PriorityQueue<>(MOST_FREQUENT_FIRST);

  void add(Merge pair, long change) {
    long count = counts.merge(pair, change, Long::sum);
    if (change > 0) {
      queue.add(new Entry(pair, count));
    }
  }

  /** The most frequent pair, or null where none is frequent enough. */
  @Nullable Merge mostFrequent(long minimumCount) {
    for (Entry top = queue.poll(); top != null; top = queue.poll()) {
      long count = counts.getOrDefault(top.pair(), 0L);
      if (count < minimumCount) {
        continue;
      }
      if (count == top.count()) {
        return top.pair();
      }
      if (count < top.count()) {
        queue.add(new Entry(top.pair(), count));
      }
    }
    return null;
  }
}
