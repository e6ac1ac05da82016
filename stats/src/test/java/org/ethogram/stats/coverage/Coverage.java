package org.ethogram.stats.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;

/**
 * How often 95% intervals hold a simulated truth, written to target/coverage.md for
 * docs/statistics.md. Too long for every build.
 */
final class Coverage {
  private static final Path TABLE = Path.of("target", "coverage.md");

  private Coverage() {}

  /** Counts over seeds 0, 1, ...; far too little coverage is a failure. */
  static void measure(
      String method, String what, int repetitions, double level, Function<Seed, Boolean> covers) {
    long covered =
        IntStream.range(0, repetitions).filter(index -> covers.apply(new Seed(index))).count();
    double coverage = covered / (double) repetitions;
    row(method, what + "; " + repetitions + " seeds", coverage);
    assertThat(coverage).isGreaterThan(level - 0.1);
  }

  static void row(String method, String what, double coverage) {
    write(String.format(Locale.ROOT, "| %s | %s | %.3f |", method, what, coverage));
  }

  static void write(String line) {
    try {
      Files.writeString(TABLE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
