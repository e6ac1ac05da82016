package org.ethogram.torch.tokenizer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of one message of Protocol Buffers by their numbers: whole numbers as {@link Long},
 * 32-bit decimals as {@link Float}, texts, bytes and inner messages as {@link ByteBuffer}.
 */
final class ProtocolBuffer {
  private final Map<Integer, List<Object>> fields = new HashMap<>();

  /**
   * @throws IllegalArgumentException when the bytes are no message
   */
  ProtocolBuffer(ByteBuffer bytes) {
    ByteBuffer input = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    try {
      while (input.hasRemaining()) {
        long key = number(input);
        Object value =
            switch ((int) (key & 7)) {
              case 0 -> number(input);
              case 1 -> input.getDouble();
              case 2 -> part(input);
              case 5 -> input.getFloat();
              default -> throw new IllegalArgumentException("a field of an unknown kind");
            };
        fields.computeIfAbsent((int) (key >>> 3), _ -> new ArrayList<>()).add(value);
      }
    } catch (java.nio.BufferUnderflowException e) {
      throw new IllegalArgumentException("it ends inside a field", e);
    }
  }

  List<ProtocolBuffer> messages(int field) {
    return all(field).stream().map(value -> new ProtocolBuffer(bytes(value))).toList();
  }

  /** The message in a field, an empty one where it is absent. */
  ProtocolBuffer message(int field) {
    List<ProtocolBuffer> messages = messages(field);
    return messages.isEmpty() ? new ProtocolBuffer(ByteBuffer.allocate(0)) : messages.getLast();
  }

  long number(int field, long absent) {
    return all(field).isEmpty() ? absent : typed(field, Long.class);
  }

  boolean flag(int field, boolean absent) {
    return number(field, absent ? 1 : 0) != 0;
  }

  float decimal(int field) {
    return all(field).isEmpty() ? 0 : typed(field, Float.class);
  }

  byte[] bytes(int field) {
    if (all(field).isEmpty()) {
      return new byte[0];
    }
    ByteBuffer value = typed(field, ByteBuffer.class).duplicate();
    byte[] copy = new byte[value.remaining()];
    value.get(copy);
    return copy;
  }

  private List<Object> all(int field) {
    return fields.getOrDefault(field, List.of());
  }

  /** The last value counts. */
  private <T> T typed(int field, Class<T> type) {
    Object value = all(field).getLast();
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("field " + field + " is of another kind");
    }
    return type.cast(value);
  }

  private static ByteBuffer bytes(Object value) {
    if (value instanceof ByteBuffer bytes) {
      return bytes;
    }
    throw new IllegalArgumentException("a number stands where a message should");
  }

  private static long number(ByteBuffer input) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte part = input.get();
      value |= (long) (part & 0x7f) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number is too long");
  }

  private static ByteBuffer part(ByteBuffer input) {
    long length = number(input);
    if (length < 0 || length > input.remaining()) {
      throw new IllegalArgumentException("a part is longer than the file");
    }
    ByteBuffer part = input.slice(input.position(), (int) length);
    input.position(input.position() + (int) length);
    return part;
  }
}
