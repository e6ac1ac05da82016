package org.ethogram.torch.pickle;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The bytes of one pickle or of several behind each other, and how far they are read. */
public final class PickleInput {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfDouble BIG_ENDIAN_DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final MemorySegment bytes;
  private long position;

  public PickleInput(MemorySegment bytes) {
    this.bytes = bytes;
  }

  /** The first byte that is not read yet. */
  public long position() {
    return position;
  }

  int unsignedByte() {
    return Byte.toUnsignedInt(bytes.get(ValueLayout.JAVA_BYTE, advance(1)));
  }

  int unsignedShort() {
    return unsignedByte() | unsignedByte() << 8;
  }

  int signedInt() {
    return bytes.get(INT, advance(Integer.BYTES));
  }

  long unsignedInt() {
    return Integer.toUnsignedLong(signedInt());
  }

  /** Beyond the largest signed one it is negative, as which no length is taken. */
  long unsignedLong() {
    return bytes.get(LONG, advance(Long.BYTES));
  }

  double real() {
    return bytes.get(BIG_ENDIAN_DOUBLE, advance(Double.BYTES));
  }

  /** An integer of two's complement, its lowest byte first. */
  BigInteger integer(int length) {
    byte[] littleEndian = slice(length);
    byte[] bigEndian = new byte[length];
    for (int index = 0; index < length; index++) {
      bigEndian[index] = littleEndian[length - 1 - index];
    }
    return length == 0 ? BigInteger.ZERO : new BigInteger(bigEndian);
  }

  String text(long length) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(slice(length))).toString();
    } catch (CharacterCodingException e) {
      throw PickleException.damaged("a text at byte " + (position - length) + " is not UTF-8");
    }
  }

  /** The text up to the end of a line, which is read too. */
  String line() {
    for (long end = position; end < bytes.byteSize(); end++) {
      if (bytes.get(ValueLayout.JAVA_BYTE, end) == '\n') {
        String line = text(end - position);
        position++;
        return line;
      }
    }
    throw cut();
  }

  private byte[] slice(long length) {
    long from = advance(length);
    return bytes.asSlice(from, length).toArray(ValueLayout.JAVA_BYTE);
  }

  private long advance(long length) {
    if (length < 0 || length > bytes.byteSize() - position) {
      throw cut();
    }
    long from = position;
    position += length;
    return from;
  }

  private PickleException cut() {
    return PickleException.damaged(
        "the pickle ends in the middle (at byte %d of %d): the file is truncated or damaged"
            .formatted(position, bytes.byteSize()));
  }
}
