package org.ethogram.torch.serialization;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ethogram.torch.pickle.PickleException;
import org.ethogram.torch.pickle.PickleInput;
import org.ethogram.torch.pickle.PickleMachine;
import org.ethogram.torch.pickle.Value;
import org.ethogram.torch.weights.Hole;

/**
 * The format before PyTorch 1.6: five pickles (a magic number, the version of the format, the
 * machine, what was saved, the keys of the storages), then each storage behind the count of its
 * numbers, 64 bits.
 */
final class LegacyFormat {
  private static final Value MAGIC = new Value.Whole(new BigInteger("1950a86a20f9469cfc6c", 16));

  private static final Value VERSION = new Value.Whole(BigInteger.valueOf(1001));
  private static final ValueLayout.OfLong COUNT =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path file;
  private final MemorySegment bytes;
  private final PickleInput input;
  private final TensorObjects objects = new TensorObjects();

  private LegacyFormat(Path file, MemorySegment bytes) {
    this.file = file;
    this.bytes = bytes;
    this.input =
        new PickleInput(bytes.asSlice(0, Math.min(bytes.byteSize(), TensorObjects.LARGEST_PICKLE)));
  }

  static Contents read(Path file, MemorySegment bytes) {
    return new LegacyFormat(file, bytes).contents();
  }

  private Contents contents() {
    require(next().equals(MAGIC), "it is a pickle, but no PyTorch checkpoint");
    require(next().equals(VERSION), "its version of PyTorch's older format is not 1001");
    require(
        next() instanceof Value.Dictionary machine
            && new Value.Truth(true).equals(machine.entries().get(text("little_endian"))),
        "its numbers have their bytes in another order than little-endian");
    Value root = next();
    if (!(next() instanceof Value.Sequence keys)) {
      throw Damage.of(file, "it lists no storages");
    }
    Map<String, MemorySegment> storages = new HashMap<>();
    long place = input.position();
    for (Value key : keys.items()) {
      place = readStorage(key, place, storages);
    }
    List<Hole> holes =
        place == bytes.byteSize()
            ? List.of()
            : List.of(
                new Hole(
                    file.toString(),
                    (bytes.byteSize() - place) + " bytes at the end belong to no tensor"));
    return new Contents(root, storages, holes);
  }

  /**
   * Notes a storage, as far as the file goes, and says where the next one begins.
   *
   * @param place where the count of its numbers stands
   */
  private long readStorage(Value key, long place, Map<String, MemorySegment> storages) {
    String name = key instanceof Value.Text(String text) ? text : "";
    StorageReference storage = objects.storages().get(name);
    if (storage == null) {
      throw Damage.of(file, "it lists " + key.kind() + ", which is no storage of a tensor");
    }
    if (bytes.byteSize() - place < Long.BYTES) {
      return bytes.byteSize();
    }
    long numbers = bytes.get(COUNT, place);
    require(
        numbers == storage.numbers(),
        "its storage %s has %d numbers, where the pickle says %d"
            .formatted(key.kind(), numbers, storage.numbers()));
    long begin = place + Long.BYTES;
    long left = bytes.byteSize() - begin;
    long wanted = numbers > left ? left : Math.min(left, numbers * storage.type().bytes());
    require(
        storages.put(name, bytes.asSlice(begin, wanted)) == null,
        "it lists storage " + key.kind() + " twice");
    return begin + wanted;
  }

  private Value next() {
    try {
      return PickleMachine.read(input, objects);
    } catch (PickleException e) {
      throw Damage.of(file, e);
    }
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      throw Damage.of(file, problem);
    }
  }
}
