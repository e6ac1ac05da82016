package org.ethogram.torch.safetensors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SequencedMap;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.runtime.Natives;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes safetensors files; a file appears under its name only when it is complete. */
public final class SafetensorsWriter {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int ALIGNMENT = 8;
  private static final int CHUNK = 1 << 26;

  private SafetensorsWriter() {}

  /**
   * @param metadata free text by name, such as {@code format -> pt}, which other tools expect
   */
  public static void write(
      Path file, SequencedMap<String, Tensor> tensors, Map<String, String> metadata) {
    Natives.start();
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      try (FileChannel channel =
          FileChannel.open(
              unfinished,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        writeFully(channel, header(tensors, metadata));
        for (Tensor tensor : tensors.values()) {
          writeData(channel, tensor);
        }
        channel.force(true);
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | UncheckedIOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          file.toString(),
          "cannot be written (" + e.getMessage() + ")",
          "Check that the folder exists and has room",
          e);
    }
  }

  private static ByteBuffer header(
      SequencedMap<String, Tensor> tensors, Map<String, String> metadata) {
    ObjectNode root = JSON.createObjectNode();
    if (!metadata.isEmpty()) {
      ObjectNode free = root.putObject("__metadata__");
      metadata.forEach(free::put);
    }
    long offset = 0;
    for (var entry : tensors.entrySet()) {
      Tensor tensor = entry.getValue();
      ElementType type =
          ElementType.of(tensor.scalar_type())
              .orElseThrow(
                  () -> new IllegalArgumentException("no element type for " + entry.getKey()));
      ObjectNode description = root.putObject(entry.getKey());
      description.put("dtype", type.name());
      ArrayNode shape = description.putArray("shape");
      for (long size : tensor.shape()) {
        shape.add(size);
      }
      long end = offset + tensor.numel() * type.bytes();
      description.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] json = JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
    int padded = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer header =
        ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN).putLong(padded);
    header.put(json);
    while (header.hasRemaining()) {
      header.put((byte) ' ');
    }
    return header.flip();
  }

  private static void writeData(FileChannel channel, Tensor tensor) throws IOException {
    try (var _ = new PointerScope()) {
      Tensor flat = tensor.detach().cpu().contiguous();
      long length = flat.nbytes();
      BytePointer bytes = new BytePointer(flat.data_ptr());
      for (long from = 0; from < length; from += CHUNK) {
        long until = Math.min(length, from + CHUNK);
        writeFully(channel, bytes.limit(until).position(from).asByteBuffer());
      }
    }
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
