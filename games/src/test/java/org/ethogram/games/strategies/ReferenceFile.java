package org.ethogram.games.strategies;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A file beside these tests that the Axelrod library, version 4.13.0, wrote: its lines begin with a
 * strategy's name and have their fields parted by semicolons.
 */
final class ReferenceFile {
  private ReferenceFile() {}

  static List<String[]> lines(String file) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(ReferenceFile.class.getResourceAsStream(file))) {
      return Arrays.stream(new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
          .map(line -> line.split(";"))
          .toList();
    }
  }

  /** A test a strategy, over all its lines. */
  static Stream<DynamicTest> tests(String file, Consumer<List<String[]>> test) throws IOException {
    Map<String, List<String[]>> byStrategy =
        lines(file).stream()
            .collect(
                Collectors.groupingBy(line -> line[0], LinkedHashMap::new, Collectors.toList()));
    return byStrategy.entrySet().stream()
        .map(
            strategy ->
                DynamicTest.dynamicTest(strategy.getKey(), () -> test.accept(strategy.getValue())));
  }
}
