package org.ethogram.training.metrics;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * TensorBoard's {@code Event} in Protocol Buffers' encoding, as far as scalars need it.
 *
 * <pre>
 * Event   { double wall_time = 1; int64 step = 2; string file_version = 3; Summary summary = 5; }
 * Summary { repeated Value value = 1; }
 * Value   { string tag = 1; float simple_value = 2; }
 * </pre>
 *
 * <p>Source: {@code event.proto} and {@code summary.proto} of TensorFlow.
 */
final class EventMessage {
  private static final double NANOSECONDS = 1e9;
  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int DELIMITED = 2;
  private static final int FOUR_BYTES = 5;
  private static final int BITS_OF_A_VARINT_BYTE = 7;
  private static final int STEP_OFFSET = 1 + Double.BYTES;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private EventMessage() {}

  /** The first record of every file. */
  static byte[] version(Instant time) {
    return new EventMessage()
        .number(1, seconds(time))
        .delimited(3, "brain.Event:2".getBytes(StandardCharsets.UTF_8))
        .encoded();
  }

  static byte[] scalars(Instant time, long step, Map<String, Double> values) {
    EventMessage summary = new EventMessage();
    values.forEach(
        (tag, value) ->
            summary.delimited(
                1,
                new EventMessage()
                    .delimited(1, tag.getBytes(StandardCharsets.UTF_8))
                    .number(2, value.floatValue())
                    .encoded()));
    return new EventMessage()
        .number(1, seconds(time))
        .number(2, step)
        .delimited(5, summary.encoded())
        .encoded();
  }

  /** The step of an event that was made here; 0 for the first record. */
  static long step(byte[] event) {
    if (event.length <= STEP_OFFSET || event[STEP_OFFSET] != key(2, VARINT)) {
      return 0;
    }
    long step = 0;
    int shift = 0;
    for (int at = STEP_OFFSET + 1; at < event.length; at++) {
      step |= (event[at] & 0x7fL) << shift;
      if (event[at] >= 0) {
        return step;
      }
      shift += BITS_OF_A_VARINT_BYTE;
    }
    return step;
  }

  private static double seconds(Instant time) {
    return time.getEpochSecond() + time.getNano() / NANOSECONDS;
  }

  private EventMessage number(int field, double value) {
    bytes.write(key(field, EIGHT_BYTES));
    bytes.writeBytes(
        ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array());
    return this;
  }

  private EventMessage number(int field, float value) {
    bytes.write(key(field, FOUR_BYTES));
    bytes.writeBytes(
        ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
    return this;
  }

  private EventMessage number(int field, long value) {
    bytes.write(key(field, VARINT));
    return varint(value);
  }

  private EventMessage delimited(int field, byte[] content) {
    bytes.write(key(field, DELIMITED));
    varint(content.length);
    bytes.writeBytes(content);
    return this;
  }

  /** Seven bits a byte from the lowest on, the highest bit of each but the last set. */
  private EventMessage varint(long value) {
    long left = value;
    while (left > 0x7f) {
      bytes.write((int) ((left & 0x7f) | 0x80));
      left >>>= BITS_OF_A_VARINT_BYTE;
    }
    bytes.write((int) left);
    return this;
  }

  private static int key(int field, int wireType) {
    return (field << 3) | wireType;
  }

  private byte[] encoded() {
    return bytes.toByteArray();
  }
}
