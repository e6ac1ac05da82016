package org.ethogram.lab.recipe;

import java.util.OptionalInt;
import org.ethogram.lab.yaml.Section;

/** Reads {@code batch}. */
final class BatchesReader {
  private static final int MOST_ACCUMULATED = 1 << 20;

  private BatchesReader() {}

  static Batches read(Section section, Beginning beginning) {
    int most =
        beginning instanceof Beginning.Scratch scratch
            ? scratch.sizes().context()
            : Integer.MAX_VALUE;
    OptionalInt context =
        section.get("context").flatMap(value -> value.integer(2, most)).stream()
            .mapToInt(Long::intValue)
            .findFirst();
    Batches batches =
        new Batches(
            section.integer("tokens", 4096, 2, Integer.MAX_VALUE),
            section.integer("accumulation", 1, 1, MOST_ACCUMULATED),
            context,
            section.flag("packing", false));
    section.finish();
    return batches;
  }
}
