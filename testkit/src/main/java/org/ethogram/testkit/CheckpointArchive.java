package org.ethogram.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives in PyTorch's zip format, packed by the JDK. */
public final class CheckpointArchive {
  private final SequencedMap<String, byte[]> entries = new LinkedHashMap<>();

  public static CheckpointArchive of(byte[] pickle) {
    return new CheckpointArchive().with("data.pkl", pickle);
  }

  public CheckpointArchive with(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  public CheckpointArchive with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * A dictionary of tensors of floats, a storage each.
   *
   * @param shapes and values, both by name
   */
  public static CheckpointArchive ofTensors(
      SequencedMap<String, long[]> shapes, Map<String, float[]> values) {
    PickleBytes pickle = PickleBytes.begin().put('}');
    CheckpointArchive archive = new CheckpointArchive();
    int key = 0;
    for (var entry : shapes.entrySet()) {
      float[] numbers = Objects.requireNonNull(values.get(entry.getKey()));
      pickle
          .text(entry.getKey())
          .tensor(String.valueOf(key), numbers.length, 0, entry.getValue(), rows(entry.getValue()))
          .put('s');
      archive.with("data/" + key, bytes(numbers));
      key++;
    }
    return archive.with("data.pkl", pickle.stop());
  }

  private static long[] rows(long[] shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape[axis];
    }
    return strides;
  }

  private static byte[] bytes(float[] numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    return bytes.array();
  }

  /** The floats 0, 1, 2, ... as the storage 0. */
  public CheckpointArchive withFloats(int count) {
    float[] numbers = new float[count];
    for (int number = 0; number < count; number++) {
      numbers[number] = number;
    }
    return with("data/0", bytes(numbers));
  }

  public Path write(Path file) throws IOException {
    return write(file, ZipEntry.STORED);
  }

  public Path write(Path file, int method) throws IOException {
    try (OutputStream stream = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(stream)) {
      for (Map.Entry<String, byte[]> content : entries.entrySet()) {
        ZipEntry entry = new ZipEntry("archive/" + content.getKey());
        CRC32 checksum = new CRC32();
        checksum.update(content.getValue());
        entry.setMethod(method);
        entry.setCrc(checksum.getValue());
        entry.setSize(content.getValue().length);
        zip.putNextEntry(entry);
        zip.write(content.getValue());
      }
    }
    return file;
  }
}
