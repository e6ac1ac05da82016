package org.ethogram.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Pickles composed instruction by instruction, by their codes in the module pickletools. */
public final class PickleBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public static PickleBytes begin() {
    return new PickleBytes().put(0x80, 2);
  }

  public PickleBytes put(int... codes) {
    for (int code : codes) {
      bytes.write(code);
    }
    return this;
  }

  public PickleBytes text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    put('X').littleEndian(utf8.length);
    bytes.writeBytes(utf8);
    return this;
  }

  public PickleBytes littleEndian(int number) {
    bytes.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
    return this;
  }

  /** An integer as protocol 2 writes what does not fit 32 bits. */
  public PickleBytes whole(long number) {
    put(0x8a, 8);
    bytes.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array());
    return this;
  }

  public PickleBytes global(String module, String name) {
    bytes.writeBytes(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  public PickleBytes wholes(long... numbers) {
    put('(');
    for (long number : numbers) {
      whole(number);
    }
    return put('t');
  }

  /** A persistent identifier of a storage. */
  public PickleBytes storage(String type, String key, long numbers) {
    return put('(')
        .text("storage")
        .global("torch", type)
        .text(key)
        .text("cpu")
        .whole(numbers)
        .put('t', 'Q');
  }

  /** A tensor of the storage of floats with the key 0. */
  public PickleBytes tensor(long numbers, long offset, long[] sizes, long[] strides) {
    return tensor("0", numbers, offset, sizes, strides);
  }

  /** A tensor of a storage of floats. */
  public PickleBytes tensor(String key, long numbers, long offset, long[] sizes, long[] strides) {
    return global("torch._utils", "_rebuild_tensor_v2")
        .put('(')
        .storage("FloatStorage", key, numbers)
        .whole(offset)
        .wholes(sizes)
        .wholes(strides)
        .put(0x89)
        .global("collections", "OrderedDict")
        .put(')', 'R', 't', 'R');
  }

  /** The dictionary {"x": tensor}. */
  public static byte[] single(long numbers, long offset, long[] sizes, long[] strides) {
    return begin().put('}').text("x").tensor(numbers, offset, sizes, strides).put('s').stop();
  }

  public byte[] stop() {
    bytes.write('.');
    return bytes.toByteArray();
  }
}
