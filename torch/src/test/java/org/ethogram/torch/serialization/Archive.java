package org.ethogram.torch.serialization;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives in PyTorch's zip format, packed by the JDK. */
final class Archive {
  private final SequencedMap<String, byte[]> entries = new LinkedHashMap<>();

  static Archive of(byte[] pickle) {
    return new Archive().with("data.pkl", pickle);
  }

  Archive with(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  Archive with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.US_ASCII));
  }

  /** The floats 0, 1, 2, ... as the storage 0. */
  Archive withFloats(int count) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int number = 0; number < count; number++) {
      bytes.putFloat(number);
    }
    return with("data/0", bytes.array());
  }

  Path write(Path file) throws IOException {
    return write(file, ZipEntry.STORED);
  }

  Path write(Path file, int method) throws IOException {
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
