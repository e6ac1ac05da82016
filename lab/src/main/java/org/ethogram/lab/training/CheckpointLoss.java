package org.ethogram.lab.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known of the losses at a checkpoint, in nats a predicted token.
 *
 * @param tokens read by then
 * @param training loss of the step itself; empty before the first
 * @param heldOut loss on what is held out, where it was taken
 * @param standardError of the latter
 * @param sequences how many the latter was taken on
 */
public record CheckpointLoss(
    long step,
    long tokens,
    OptionalDouble training,
    OptionalDouble heldOut,
    OptionalDouble standardError,
    OptionalLong sequences) {

  /** The losses at the steps, from the metrics of a training. */
  static List<CheckpointLoss> read(Path folder, SortedSet<Long> steps) {
    Path file = folder.resolve("metrics.jsonl");
    Map<Long, CheckpointLoss> found = new TreeMap<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode metrics = JsonMapper.shared().readTree(line);
        CheckpointLoss loss = of(metrics);
        if (steps.contains(loss.step())) {
          found.merge(loss.step(), loss, CheckpointLoss::with);
        }
      }
    } catch (IOException e) {
      throw JsonRows.unreadable(file, e);
    }
    return List.copyOf(found.values());
  }

  private static CheckpointLoss of(JsonNode metrics) {
    JsonNode sequences = metrics.path("evaluation_sequences");
    return new CheckpointLoss(
        metrics.path("step").asLong(),
        metrics.path("tokens").asLong(),
        number(metrics.path("loss")),
        number(metrics.path("evaluation_loss")),
        number(metrics.path("evaluation_standard_error")),
        sequences.isIntegralNumber() ? OptionalLong.of(sequences.asLong()) : OptionalLong.empty());
  }

  private static OptionalDouble number(JsonNode value) {
    return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
  }

  /** Two lines of one step know different things. */
  private CheckpointLoss with(CheckpointLoss other) {
    return new CheckpointLoss(
        step,
        tokens,
        training.isPresent() ? training : other.training,
        heldOut.isPresent() ? heldOut : other.heldOut,
        standardError.isPresent() ? standardError : other.standardError,
        sequences.isPresent() ? sequences : other.sequences);
  }
}
