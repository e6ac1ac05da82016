package org.ethogram.lab.training;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The last lines of {@code metrics.jsonl}: what is known of the step that was just made. */
record MetricsTail(String text) {
  private static final int BYTES = 4096;

  static MetricsTail of(Path folder) {
    Path file = folder.resolve("metrics.jsonl");
    try (RandomAccessFile stored = new RandomAccessFile(file.toFile(), "r")) {
      long start = Math.max(0, stored.length() - BYTES);
      byte[] end = new byte[(int) (stored.length() - start)];
      stored.seek(start);
      stored.readFully(end);
      return new MetricsTail(new String(end, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw JsonRows.unreadable(file, e);
    }
  }

  /** A figure of a step, where a line has it. */
  OptionalDouble figure(long step, String name) {
    OptionalDouble found = OptionalDouble.empty();
    for (String line : text.lines().toList()) {
      JsonNode node = parsed(line);
      if (node.path("step").asLong(-1) == step && node.path(name).isNumber()) {
        found = OptionalDouble.of(node.path(name).asDouble());
      }
    }
    return found;
  }

  /** The first line may be cut. */
  private static JsonNode parsed(String line) {
    try {
      return JsonMapper.shared().readTree(line);
    } catch (JacksonException e) {
      return JsonMapper.shared().createObjectNode();
    }
  }
}
