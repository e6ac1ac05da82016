package org.ethogram.torch.serialization;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.ethogram.torch.pickle.PickleInput;
import org.ethogram.torch.pickle.PickleMachine;
import org.ethogram.torch.pickle.Value;
import org.ethogram.torch.weights.Hole;

/**
 * The format since PyTorch 1.6: a zip archive without compression that holds, in a folder of any
 * name, {@code data.pkl} and each storage as {@code data/KEY}.
 */
final class ZipFormat {
  private static final String PICKLE = "/data.pkl";

  private final Path file;
  private final MemorySegment bytes;
  private final SequencedMap<String, ZipEntry> entries;
  private final String folder;

  private ZipFormat(Path file, MemorySegment bytes) {
    this.file = file;
    this.bytes = bytes;
    this.entries = ZipDirectory.read(file, bytes);
    this.folder =
        entries.keySet().stream()
            .filter(name -> name.endsWith(PICKLE))
            .map(name -> name.substring(0, name.length() - PICKLE.length()))
            .findFirst()
            .orElseThrow(
                () ->
                    Damage.of(file, "it is a zip archive without data.pkl: no PyTorch checkpoint"));
  }

  static Contents read(Path file, MemorySegment bytes) {
    return new ZipFormat(file, bytes).contents();
  }

  private Contents contents() {
    require(
        !entries.containsKey(folder + "/constants.pkl"),
        "it is a program of TorchScript, not a file of weights");
    ZipEntry order = entries.get(folder + "/byteorder");
    require(
        order == null || text(order).equals("little"),
        "its numbers have their bytes in another order than little-endian");
    ZipEntry pickle = entries.get(folder + PICKLE);
    if (pickle == null || pickle.stored() > TensorObjects.LARGEST_PICKLE) {
      throw Damage.of(
          file, "its data.pkl has more than " + TensorObjects.LARGEST_PICKLE + " bytes");
    }
    TensorObjects objects = new TensorObjects();
    Value root = PickleMachine.read(new PickleInput(content(pickle)), objects);
    Map<String, MemorySegment> storages = new HashMap<>();
    for (String key : objects.storages().keySet()) {
      ZipEntry entry = entries.get(folder + "/data/" + key);
      if (entry != null) {
        storages.put(key, content(entry));
      }
    }
    return new Contents(root, storages, holes(objects));
  }

  private List<Hole> holes(TensorObjects objects) {
    String prefix = folder + "/data/";
    List<Hole> holes = new ArrayList<>();
    for (ZipEntry entry : entries.values()) {
      if (entry.name().startsWith(prefix)
          && !objects.storages().containsKey(entry.name().substring(prefix.length()))) {
        holes.add(
            new Hole(
                file.toString(),
                "its " + entry.name() + " of " + entry.size() + " bytes belongs to no tensor"));
      }
    }
    return holes;
  }

  private MemorySegment content(ZipEntry entry) {
    require(
        entry.method() == 0,
        "its entry "
            + entry.name()
            + " is compressed, which PyTorch never does: pack the archive again without"
            + " compression");
    require(entry.size() == entry.stored(), "the sizes of its entry " + entry.name() + " disagree");
    return bytes.asSlice(entry.data(), entry.size());
  }

  private String text(ZipEntry entry) {
    MemorySegment content = content(entry);
    require(content.byteSize() < 100, "its entry " + entry.name() + " is no short text");
    return new String(content.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8).strip();
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      throw Damage.of(file, problem);
    }
  }
}
