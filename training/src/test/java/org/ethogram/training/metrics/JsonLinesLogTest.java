package org.ethogram.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.ethogram.training.checkpoints.TrainingPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesLogTest {
  @TempDir Path folder;

  @Test
  void stepsThatAreMadeAgainDoNotStandTwiceNorDoesALineThatWasCut() throws IOException {
    Path file = folder.resolve("metrics.jsonl");
    try (JsonLinesLog log = new JsonLinesLog(file, -1)) {
      for (long step = 0; step < 4; step++) {
        log.add(metrics(step));
      }
    }
    Files.writeString(file, Files.readString(file) + "{\"step\":4,\"tok");
    try (JsonLinesLog log = new JsonLinesLog(file, 2)) {
      log.add(metrics(3));
    }
    assertThat(file)
        .hasContent(
            """
            {"step":0,"tokens":0,"loss":0.500000,"sequences":7}
            {"step":1,"tokens":10,"loss":0.500000,"sequences":7}
            {"step":2,"tokens":20,"loss":0.500000,"sequences":7}
            {"step":3,"tokens":30,"loss":0.500000,"sequences":7}
            """);
  }

  private static StepMetrics metrics(long step) {
    SequencedMap<String, Number> values = new LinkedHashMap<>();
    values.put("loss", 0.5);
    values.put("sequences", 7L);
    return new StepMetrics(new TrainingPoint(step, 10 * step), values);
  }
}
