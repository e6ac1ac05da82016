package org.ethogram.torch.serialization;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.pickle.PickleException;
import org.ethogram.torch.runtime.Natives;
import org.ethogram.torch.weights.Hole;
import org.ethogram.torch.weights.MappedNumbers;
import org.ethogram.torch.weights.WeightFile;

/**
 * A state dictionary that {@code torch.save} wrote, mapped into memory; nothing in it is run.
 *
 * <p>Tensors are read without copying where they are contiguous and aligned to their numbers, as
 * they are in the format since PyTorch 1.6.
 */
public final class CheckpointFile implements WeightFile {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final byte PICKLE = (byte) 0x80;

  private final Path file;
  private final Arena arena;
  private final Map<String, MemorySegment> storages;
  private final SequencedMap<String, StridedView> views;
  private final List<Hole> holes;

  private CheckpointFile(Path file, Arena arena, Contents contents) {
    this.file = file;
    this.arena = arena;
    this.storages = contents.storages();
    this.views = StateDictionary.of(file, contents);
    this.holes = contents.holes();
  }

  /** Opens a file that may hold storages of no tensor: {@link #requireNoHoles} is the caller's. */
  public static CheckpointFile openIncomplete(Path file) {
    Natives.start();
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return new CheckpointFile(file, arena, read(file, bytes));
    } catch (PickleException e) {
      arena.close();
      throw Damage.of(file, e);
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

  private static Contents read(Path file, MemorySegment bytes) {
    if (bytes.byteSize() >= Integer.BYTES && bytes.get(INT, 0) == ZipDirectory.LOCAL_HEADER) {
      return ZipFormat.read(file, bytes);
    }
    if (bytes.byteSize() > 0 && bytes.get(ValueLayout.JAVA_BYTE, 0) != PICKLE) {
      throw Damage.of(
          file,
          beginsWith(bytes, "version https://git-lfs")
              ? "it is a pointer of Git LFS, not the file that it stands for"
              : "it is no PyTorch checkpoint: it begins neither a zip archive nor a pickle");
    }
    return LegacyFormat.read(file, bytes);
  }

  private static boolean beginsWith(MemorySegment bytes, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    return bytes.byteSize() >= wanted.length
        && Arrays.equals(bytes.asSlice(0, wanted.length).toArray(ValueLayout.JAVA_BYTE), wanted);
  }

  @Override
  public Path file() {
    return file;
  }

  @Override
  public SequencedSet<String> names() {
    return Collections.unmodifiableSequencedSet(views.sequencedKeySet());
  }

  @Override
  public Tensor tensor(String name) {
    StridedView view = views.get(name);
    if (view == null) {
      throw Damage.of(file + ", tensor " + name, absence());
    }
    long count = view.count();
    if (count == 0) {
      return torch.empty(view.shape(), new TensorOptions(view.storage().type().scalarType()), null);
    }
    if (count > view.storage().numbers()) {
      throw Damage.of(
          file + ", tensor " + name,
          "it repeats numbers of its storage (" + view.layout() + "), which no weights do");
    }
    Tensor numbers = numbers(view);
    return view.isContiguous()
        ? numbers.view(view.shape())
        : torch.as_strided(numbers, view.shape(), view.strideArray()).contiguous();
  }

  /** The numbers from the first of the view to its last, as they lie in the storage. */
  private Tensor numbers(StridedView view) {
    StorageType type = view.storage().type();
    long length = view.span() * type.bytes();
    MemorySegment bytes =
        Objects.requireNonNull(storages.get(view.storage().key()))
            .asSlice(view.offset() * type.bytes(), length);
    if (bytes.address() % type.bytes() == 0) {
      return MappedNumbers.tensor(bytes, type.scalarType(), view.span());
    }
    return MappedNumbers.tensor(bytes, ScalarType.Byte, length).clone().view(type.scalarType());
  }

  @Override
  public void requireNoHoles() {
    for (Hole hole : holes) {
      throw Damage.of(hole.place(), hole.problem());
    }
  }

  @Override
  public String absence() {
    return Hole.absence(holes);
  }

  @Override
  public void close() {
    arena.close();
  }
}
