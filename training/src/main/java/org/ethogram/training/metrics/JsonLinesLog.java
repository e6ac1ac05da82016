package org.ethogram.training.metrics;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** One JSON object a line: {@code step}, {@code tokens} and the figures of the step. */
public final class JsonLinesLog implements MetricsLog {
  private static final Pattern LINE = Pattern.compile("\\{\"step\":(\\d+),.*}");

  private final Path file;
  private final BufferedWriter writer;

  /**
   * @param lastStep lines of later steps are dropped, for these steps are made again
   */
  public JsonLinesLog(Path file, long lastStep) {
    this.file = file;
    try {
      Path kept = file.resolveSibling(file.getFileName() + ".unfinished");
      Files.write(kept, Files.exists(file) ? upTo(lastStep) : List.of());
      Files.move(kept, file, StandardCopyOption.REPLACE_EXISTING);
      this.writer = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
    } catch (IOException | UncheckedIOException e) {
      throw unwritable(e);
    }
  }

  private List<String> upTo(long lastStep) throws IOException {
    List<String> kept = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches() || Long.parseLong(matcher.group(1)) > lastStep) {
        break;
      }
      kept.add(line);
    }
    return kept;
  }

  @Override
  public void add(StepMetrics metrics) {
    StringBuilder line = new StringBuilder();
    line.append("{\"step\":").append(metrics.point().step());
    line.append(",\"tokens\":").append(metrics.point().tokens());
    metrics.values().forEach((name, value) -> line.append(field(name, value)));
    try {
      writer.append(line).append('}').append('\n');
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static String field(String name, Number value) {
    String text =
        value instanceof Long || value instanceof Integer
            ? value.toString()
            : String.format(Locale.ROOT, "%.6g", value.doubleValue());
    return ",\"" + name + "\":" + text;
  }

  @Override
  public void flush() {
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
