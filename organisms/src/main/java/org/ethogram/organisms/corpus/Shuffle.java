package org.ethogram.organisms.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Fisher-Yates. */
final class Shuffle {
  private Shuffle() {}

  static <T> List<T> of(List<T> list, RandomGenerator random) {
    List<T> shuffled = new ArrayList<>(list);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, random.nextInt(i + 1));
    }
    return shuffled;
  }

  /** The numbers from 0 to below {@code count} in an order by chance. */
  static List<Integer> indices(int count, RandomGenerator random) {
    return of(IntStream.range(0, count).boxed().toList(), random);
  }
}
