package org.ethogram.training.metrics;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * An event file for TensorBoard: every figure of a step as a scalar under its name.
 *
 * <p>One file serves a training from its first step to its last, so that a step never stands in two
 * of them.
 */
public final class TensorBoardLog implements MetricsLog {
  /** TensorBoard reads every file whose name holds {@code tfevents}. */
  public static final String FILE_NAME = "events.out.tfevents.0000000000.ethogram";

  private final Path file;
  private final InstantSource clock;
  private final OutputStream output;

  /**
   * @param folder that holds the file
   * @param lastStep events of later steps are dropped, for these steps are made again
   */
  public TensorBoardLog(Path folder, long lastStep, InstantSource clock) {
    this.file = folder.resolve(FILE_NAME);
    this.clock = clock;
    try {
      boolean begun = Files.exists(file) && keepUpTo(lastStep) > 0;
      this.output =
          new BufferedOutputStream(
              Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
      if (!begun) {
        write(EventMessage.version(clock.instant()));
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** The length to which the file was cut. */
  private long keepUpTo(long lastStep) throws IOException {
    ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file));
    int kept = 0;
    Optional<byte[]> event = RecordFraming.read(content);
    while (event.isPresent() && (kept == 0 || EventMessage.step(event.orElseThrow()) <= lastStep)) {
      kept = content.position();
      event = RecordFraming.read(content);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(kept);
    }
    return kept;
  }

  @Override
  public void add(StepMetrics metrics) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("tokens", (double) metrics.point().tokens());
    metrics.values().forEach((name, value) -> values.put(name, value.doubleValue()));
    try {
      write(EventMessage.scalars(clock.instant(), metrics.point().step(), values));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void write(byte[] event) throws IOException {
    output.write(RecordFraming.frame(event).array());
  }

  @Override
  public void flush() {
    try {
      output.flush();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public void close() {
    try {
      output.close();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private EthogramException unwritable(IOException cause) {
    return new EthogramException(
        ErrorCode.FILE_ACCESS,
        file.toString(),
        "cannot be written (" + cause.getMessage() + ")",
        "Check that the folder may be written to and has room",
        cause);
  }
}
