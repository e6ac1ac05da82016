package org.ethogram.lab.recipe;

import java.util.OptionalInt;
import org.ethogram.lab.yaml.Section;

/** Reads {@code batch} and {@code processes}. */
final class BatchesReader {
  private static final int MOST_ACCUMULATED = 1 << 20;

  private static final int MOST_PROCESSES = 256;

  private BatchesReader() {}

  static Batches read(Section root, Beginning beginning) {
    Section section = root.section("batch");
    int most =
        beginning instanceof Beginning.Scratch scratch
            ? scratch.sizes().context()
            : Integer.MAX_VALUE;
    OptionalInt context =
        section.get("context").flatMap(value -> value.integer(2, most)).stream()
            .mapToInt(Long::intValue)
            .findFirst();
    int processes = root.integer("processes", 1, 1, MOST_PROCESSES);
    int accumulation = section.integer("accumulation", processes, 1, MOST_ACCUMULATED);
    if (accumulation % processes != 0) {
      root.problem(
          "processes",
          processes
              + " processes cannot share "
              + accumulation
              + " micro-batches evenly: 'batch.accumulation' must be a multiple");
    }
    Batches batches =
        new Batches(
            section.integer("tokens", 4096, 2, Integer.MAX_VALUE),
            accumulation,
            processes,
            context,
            section.flag("packing", false),
            section.flag("gradient-checkpointing", false));
    section.finish();
    return batches;
  }
}
