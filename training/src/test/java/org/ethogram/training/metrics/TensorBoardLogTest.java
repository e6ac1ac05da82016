package org.ethogram.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.ethogram.training.checkpoints.TrainingPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardLogTest {
  private static final Instant TIME = Instant.ofEpochSecond(1_500_000_000, 500_000_000);

  @TempDir Path folder;

  @Test
  void theFirstRecordIsTheOneThatTensorFlowWrites() throws IOException {
    open(0).close();
    // wall_time = 1500000000.5 and file_version = "brain.Event:2"; the masked CRC-32C of the
    // length 24, 18 00 00 00 00 00 00 00, is a3 7f 4b 22 in every file of TensorFlow.
    assertThat(HexFormat.of().formatHex(bytes(), 0, 36))
        .isEqualTo(
            "1800000000000000"
                + "a37f4b22"
                + "09000020c00b5ad641"
                + "1a0d"
                + HexFormat.of().formatHex("brain.Event:2".getBytes(StandardCharsets.UTF_8)));
    assertThat(bytes()).hasSize(8 + 4 + 24 + 4);
  }

  @Test
  void scalarsAreReadBackByAnotherReader() throws IOException {
    try (TensorBoardLog log = open(-1)) {
      log.add(metrics(0, 2.5));
      log.add(metrics(300, 1.25));
    }
    List<Event> events = read();
    assertThat(events).hasSize(3);
    assertThat(events.get(0).version()).isEqualTo("brain.Event:2");
    assertThat(events.get(1).time()).isEqualTo(1_500_000_000.5);
    assertThat(events.get(1).step()).isZero();
    assertThat(events.get(2).step()).isEqualTo(300);
    assertThat(events.get(2).values())
        .containsExactly(Map.entry("tokens", 3000f), Map.entry("loss", 1.25f));
  }

  @Test
  void whatIsMadeAgainDoesNotStandTwice() throws IOException {
    try (TensorBoardLog log = open(-1)) {
      for (int step = 0; step <= 9; step++) {
        log.add(metrics(step, step));
      }
    }
    byte[] whole = bytes();
    Files.write(file(), Arrays.copyOf(whole, whole.length - 5)); // killed while it wrote
    try (TensorBoardLog log = open(6)) {
      log.add(metrics(7, 70));
    }
    assertThat(read().stream().map(Event::step))
        .containsExactly(0L, 0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(read().getLast().values()).containsEntry("loss", 70f);
  }

  @Test
  void aFileThatWasCutInItsFirstRecordBeginsAnew() throws IOException {
    Files.write(file(), new byte[] {24, 0, 0});
    open(3).close();
    assertThat(read()).hasSize(1);
  }

  private TensorBoardLog open(long lastStep) {
    return new TensorBoardLog(folder, lastStep, () -> TIME);
  }

  private Path file() {
    return folder.resolve(TensorBoardLog.FILE_NAME);
  }

  private byte[] bytes() throws IOException {
    return Files.readAllBytes(file());
  }

  private static StepMetrics metrics(long step, double loss) {
    SequencedMap<String, Number> values = new LinkedHashMap<>();
    values.put("loss", loss);
    return new StepMetrics(new TrainingPoint(step, 10 * step), values);
  }

  private record Event(
      double time, long step, String version, SequencedMap<String, Float> values) {}

  /** Reads with checksums computed bit by bit, and messages field by field. */
  private List<Event> read() throws IOException {
    ByteBuffer file = ByteBuffer.wrap(bytes()).order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (file.hasRemaining()) {
      byte[] length = Arrays.copyOfRange(file.array(), file.position(), file.position() + 8);
      byte[] data = new byte[(int) file.getLong()];
      assertThat(file.getInt()).isEqualTo(masked(length));
      file.get(data);
      assertThat(file.getInt()).isEqualTo(masked(data));
      events.add(event(data));
    }
    return events;
  }

  private static Event event(byte[] data) {
    ByteBuffer message = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    double time = 0;
    long step = 0;
    String version = "";
    SequencedMap<String, Float> values = new LinkedHashMap<>();
    while (message.hasRemaining()) {
      switch (message.get()) {
        case (1 << 3) | 1 -> time = message.getDouble();
        case 2 << 3 -> step = varint(message);
        case (3 << 3) | 2 -> version = new String(delimited(message), StandardCharsets.UTF_8);
        case (5 << 3) | 2 -> readSummary(ByteBuffer.wrap(delimited(message)), values);
        default -> throw new AssertionError("unknown field");
      }
    }
    return new Event(time, step, version, values);
  }

  private static void readSummary(ByteBuffer summary, SequencedMap<String, Float> values) {
    while (summary.hasRemaining()) {
      assertThat(summary.get()).isEqualTo((byte) ((1 << 3) | 2));
      ByteBuffer value = ByteBuffer.wrap(delimited(summary)).order(ByteOrder.LITTLE_ENDIAN);
      assertThat(value.get()).isEqualTo((byte) ((1 << 3) | 2));
      String tag = new String(delimited(value), StandardCharsets.UTF_8);
      assertThat(value.get()).isEqualTo((byte) ((2 << 3) | 5));
      values.put(tag, value.getFloat());
    }
  }

  private static byte[] delimited(ByteBuffer message) {
    byte[] content = new byte[(int) varint(message)];
    message.get(content);
    return content;
  }

  private static long varint(ByteBuffer message) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = message.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  /** CRC-32C by its polynomial, reflected: 0x82f63b78. */
  private static int masked(byte[] bytes) {
    int checksum = -1;
    for (byte each : bytes) {
      checksum ^= each & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        checksum = (checksum & 1) == 0 ? checksum >>> 1 : (checksum >>> 1) ^ 0x82f63b78;
      }
    }
    checksum = ~checksum;
    return ((checksum >>> 15) | (checksum << 17)) + 0xa282ead8;
  }
}
