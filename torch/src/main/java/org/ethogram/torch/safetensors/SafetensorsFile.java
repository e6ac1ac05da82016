package org.ethogram.torch.safetensors;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SequencedSet;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.runtime.Natives;
import org.ethogram.torch.weights.Hole;
import org.ethogram.torch.weights.MappedNumbers;
import org.ethogram.torch.weights.WeightFile;

/**
 * A safetensors file, mapped into memory and read without copying.
 *
 * <p>A header is checked whole on opening; a damaged file is an {@link EthogramException} with
 * {@code INVALID_MODEL} that names the file and the tensor.
 */
public final class SafetensorsFile implements WeightFile {
  private static final long LARGEST_HEADER = 100_000_000;
  private static final ValueLayout.OfLong LITTLE_ENDIAN_LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path file;
  private final Arena arena;
  private final MemorySegment data;
  private final Header header;

  private SafetensorsFile(Path file, Arena arena, MemorySegment data, Header header) {
    this.file = file;
    this.arena = arena;
    this.data = data;
    this.header = header;
  }

  public static SafetensorsFile open(Path file) {
    SafetensorsFile opened = openIncomplete(file);
    try {
      opened.requireNoHoles();
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /**
   * Opens a file that may hold bytes of no tensor, so that what is missing can be named by who
   * knows it; {@link #requireNoHoles} is then left to the caller.
   */
  public static SafetensorsFile openIncomplete(Path file) {
    Natives.start();
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long length = channel.size();
      if (length < Long.BYTES) {
        throw Header.damaged(file, "the file is truncated: " + length + " bytes hold no header");
      }
      MemorySegment mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, length, arena);
      long headerLength = mapped.get(LITTLE_ENDIAN_LONG, 0);
      if (headerLength < 0 || headerLength > LARGEST_HEADER || headerLength > length - Long.BYTES) {
        throw Header.damaged(
            file,
            "the header lies: it claims %s bytes in a file of %d: the file is truncated or damaged"
                .formatted(Long.toUnsignedString(headerLength), length));
      }
      byte[] json = mapped.asSlice(Long.BYTES, headerLength).toArray(ValueLayout.JAVA_BYTE);
      MemorySegment data = mapped.asSlice(Long.BYTES + headerLength);
      Header header = Header.parse(file, json, data.byteSize());
      return new SafetensorsFile(file, arena, data, header);
    } catch (IOException e) {
      arena.close();
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          file.toString(),
          "cannot be read (" + e + ")",
          "Check that the file is there and readable",
          e);
    } catch (RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  @Override
  public void requireNoHoles() {
    for (Hole hole : header.holes()) {
      throw Header.damaged(hole.place(), hole.problem());
    }
  }

  @Override
  public String absence() {
    return Hole.absence(header.holes());
  }

  @Override
  public Path file() {
    return file;
  }

  @Override
  public SequencedSet<String> names() {
    return header.tensors().sequencedKeySet();
  }

  public Map<String, String> metadata() {
    return header.metadata();
  }

  @Override
  public Tensor tensor(String name) {
    StoredTensor stored = header.tensors().get(name);
    if (stored == null) {
      throw Header.damaged(file + ", tensor " + name, absence());
    }
    if (stored.begin() == stored.end()) {
      return torch.empty(stored.sizes(), new TensorOptions(stored.type().scalarType()), null);
    }
    MemorySegment bytes = data.asSlice(stored.begin(), stored.end() - stored.begin());
    return MappedNumbers.tensor(bytes, stored.type().scalarType(), stored.sizes());
  }

  @Override
  public void close() {
    arena.close();
  }
}
