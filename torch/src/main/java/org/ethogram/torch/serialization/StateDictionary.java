package org.ethogram.torch.serialization;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.pickle.Value;

/** Tensors by name, each found to lie within its storage. */
final class StateDictionary {
  private final Path file;
  private final Contents contents;

  private StateDictionary(Path file, Contents contents) {
    this.file = file;
    this.contents = contents;
  }

  static SequencedMap<String, StridedView> of(Path file, Contents contents) {
    return new StateDictionary(file, contents).views();
  }

  private SequencedMap<String, StridedView> views() {
    if (!(contents.root() instanceof Value.Dictionary dictionary)) {
      throw Damage.of(
          file, "it holds " + contents.root().kind() + " and not tensors by their names");
    }
    SequencedMap<String, StridedView> views = new LinkedHashMap<>();
    for (var entry : dictionary.entries().entrySet()) {
      if (!(entry.getKey() instanceof Value.Text(String name))
          || name.chars().anyMatch(Character::isISOControl)) {
        throw Damage.of(file, "it has " + entry.getKey().kind() + " as the name of a tensor");
      }
      if (!(entry.getValue() instanceof StridedView view)) {
        throw Damage.of(
            file + ", entry " + entry.getKey().kind(),
            "it is no tensor, but " + entry.getValue().kind());
      }
      requireWithinStorage(name, view);
      views.put(name, view);
    }
    return views;
  }

  private void requireWithinStorage(String name, StridedView view) {
    StorageReference storage = view.storage();
    MemorySegment bytes = contents.storages().get(storage.key());
    if (bytes == null) {
      throw damaged(name, "its storage %s is missing: the file is truncated or damaged", storage);
    }
    if (bytes.byteSize() / storage.type().bytes() != storage.numbers()) {
      throw damaged(
          name,
          "its storage %s has "
              + bytes.byteSize()
              + " bytes, where "
              + storage.numbers()
              + " numbers of "
              + storage.type()
              + " are said to be: the file is truncated or damaged",
          storage);
    }
    if (!fits(view)) {
      throw damaged(
          name,
          "its storage %s has " + storage.numbers() + " numbers, too few for " + view.layout(),
          storage);
    }
  }

  private static boolean fits(StridedView view) {
    try {
      return view.count() == 0
          || Math.addExact(view.offset(), view.span()) <= view.storage().numbers();
    } catch (ArithmeticException e) {
      return false;
    }
  }

  private EthogramException damaged(String name, String problem, StorageReference storage) {
    return Damage.of(
        file + ", tensor " + name, problem.formatted(new Value.Text(storage.key()).kind()));
  }
}
