package org.ethogram.training.metrics;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The framing of TFRecord files: length (uint64), its checksum (uint32), data, its checksum, all
 * little-endian; checksums are CRC-32C, rotated by 15 bits and shifted by a constant.
 *
 * <p>Source: TensorFlow, "TFRecord and tf.train.Example", section "TFRecords format details".
 */
final class RecordFraming {
  private static final int ROTATION = 15;
  private static final int SHIFT = 0xa282ead8;

  private RecordFraming() {}

  static ByteBuffer frame(byte[] data) {
    ByteBuffer frame =
        ByteBuffer.allocate(Long.BYTES + Integer.BYTES + data.length + Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(data.length);
    frame.putInt(maskedChecksum(frame.array(), Long.BYTES));
    return frame.put(data).putInt(maskedChecksum(data, data.length)).flip();
  }

  /**
   * Reads the next record and moves behind it.
   *
   * @return empty, with the position anywhere, where the rest is no whole record
   */
  static Optional<byte[]> read(ByteBuffer file) {
    try {
      file.order(ByteOrder.LITTLE_ENDIAN);
      byte[] length = new byte[Long.BYTES];
      file.get(length);
      long size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
      if (file.getInt() != maskedChecksum(length, length.length) || size > file.remaining()) {
        return Optional.empty();
      }
      byte[] data = new byte[Math.toIntExact(size)];
      file.get(data);
      return file.getInt() == maskedChecksum(data, data.length)
          ? Optional.of(data)
          : Optional.empty();
    } catch (BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private static int maskedChecksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return Integer.rotateRight((int) checksum.getValue(), ROTATION) + SHIFT;
  }
}
