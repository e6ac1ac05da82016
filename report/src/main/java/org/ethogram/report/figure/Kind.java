package org.ethogram.report.figure;

import java.util.List;
import java.util.stream.IntStream;

/** One of several sorts of things, and its colour. */
public record Kind(String name, Tone tone) {
  /** Colours that stay apart for a few kinds, steps of one ramp for many. */
  public static List<Kind> of(List<String> names) {
    int count = names.size();
    return IntStream.range(0, count)
        .mapToObj(
            index ->
                new Kind(
                    names.get(index),
                    count <= Tone.CATEGORY_COUNT
                        ? Tone.category(index)
                        : Tone.ordered(index, count)))
        .toList();
  }
}
