package org.ethogram.cli.organisms;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ethogram.organisms.OrganismCheckpoint;

/** Checkpoints as a table. */
final class Checkpoints {
  private Checkpoints() {}

  static void print(PrintWriter output, List<OrganismCheckpoint> checkpoints) {
    output.printf(
        Locale.ROOT,
        "%-16s %-8s %-10s %12s %14s %14s%n",
        "family",
        "size",
        "revision",
        "parameters",
        "tokens",
        "held-out loss");
    for (OrganismCheckpoint checkpoint : checkpoints) {
      output.printf(
          Locale.ROOT,
          "%-16s %-8s %-10s %,12d %,14d %14.4f%n",
          checkpoint.family(),
          checkpoint.size(),
          checkpoint.revision(),
          checkpoint.scale().parameters().orElse(0),
          checkpoint.scale().trainingTokens().orElse(0),
          checkpoint.heldOutLoss());
    }
    output.flush();
  }

  /** The folder that holds a family: two above its checkpoints. */
  static Path folder(List<OrganismCheckpoint> checkpoints) {
    return checkpoints.getFirst().folder().resolve("../..").normalize();
  }
}
