package org.ethogram.training.language;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** {@code metrics.jsonl}: one line a step, in order and without repetition, also after a kill. */
final class MetricsLog implements AutoCloseable {
  private final Path file;
  private final BufferedWriter writer;

  /**
   * @param stepsKept lines of later steps are dropped, for these steps are made again
   */
  MetricsLog(Path file, long stepsKept) {
    this.file = file;
    try {
      List<String> kept = List.of();
      if (Files.exists(file)) {
        try (Stream<String> lines = Files.lines(file)) {
          kept = lines.limit(stepsKept).toList();
        }
      }
      Files.write(file, kept);
      this.writer = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
    } catch (IOException | UncheckedIOException e) {
      throw unwritable(e);
    }
  }

  /**
   * @param loss mean weighted loss of the batch, in nats
   * @param gradientNorm before clipping
   */
  void add(TrainingPoint point, double loss, double gradientNorm, double learningRate) {
    try {
      writer.write(
          String.format(
              Locale.ROOT,
              "{\"step\":%d,\"tokens\":%d,\"loss\":%.6g,\"gradient_norm\":%.6g,\"learning_rate\":%.6g}%n",
              point.step(),
              point.tokens(),
              loss,
              gradientNorm,
              learningRate));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  void flush() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private EthogramException unwritable(Exception cause) {
    return new EthogramException(
        ErrorCode.FILE_ACCESS,
        file.toString(),
        "cannot be written (" + cause.getMessage() + ")",
        "Check that the folder may be written to and has room",
        cause);
  }
}
