package org.ethogram.torch.chat.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code value.name}, {@code value[key]} and {@code value[from:to:step]}. */
final class Attributes {
  private Attributes() {}

  static Object attribute(Object value, String name) {
    Optional<Function> method = method(value, name);
    if (method.isPresent()) {
      return method.get();
    }
    return switch (value) {
      case Map<?, ?> map -> entry(map, name);
      case Namespace namespace -> entry(namespace.values(), name);
      case LoopState loop -> loop.attribute(name);
      default -> new Undefined(Values.kind(value) + " has no '" + name + "'");
    };
  }

  static Object item(Object value, Object key) {
    Object found =
        switch (value) {
          case Map<?, ?> map -> entry(map, key);
          case List<?> list when key instanceof Long index -> at(list, index);
          case Tuple tuple when key instanceof Long index -> at(tuple.items(), index);
          case String text when key instanceof Long index -> at(Values.characters(text), index);
          case Undefined undefined -> throw new TemplateFault(undefined.problem());
          default -> new Undefined(Values.kind(value) + " has no '" + ValueText.of(key) + "'");
        };
    return found instanceof Undefined && key instanceof String name
        ? attribute(value, name)
        : found;
  }

  static Object slice(
      Object value, @Nullable Object from, @Nullable Object to, @Nullable Object step) {
    List<?> items =
        switch (value) {
          case String text -> Values.characters(text);
          case List<?> list -> list;
          case Tuple tuple -> tuple.items();
          default -> throw new TemplateFault(Values.kind(value) + " cannot be sliced");
        };
    int stride = step == null || step == None.NONE ? 1 : bound(Values.integer(step));
    if (stride == 0) {
      throw new TemplateFault("a slice's step is zero");
    }
    int size = items.size();
    int begin = limit(from, stride > 0 ? 0 : size - 1, size, stride);
    int end = limit(to, stride > 0 ? size : -1, size, stride);
    List<Object> taken = new ArrayList<>();
    for (int index = begin; stride > 0 ? index < end : index > end; index += stride) {
      taken.add(items.get(index));
    }
    return switch (value) {
      case String _ -> String.join("", taken.stream().map(Object::toString).toList());
      case Tuple _ -> new Tuple(taken);
      default -> taken;
    };
  }

  private static Optional<Function> method(Object value, String name) {
    return switch (value) {
      case String text -> TextMethods.named(text, name);
      case Map<?, ?> map -> CollectionMethods.of(map, name);
      case List<?> _ -> CollectionMethods.ofList(name);
      default -> Optional.empty();
    };
  }

  private static Object entry(Map<?, ?> map, Object key) {
    Object found = map.get(key);
    return found == null
        ? new Undefined("there is no '" + ValueText.of(key) + "' in the dictionary")
        : found;
  }

  private static Object at(List<?> items, long index) {
    long place = index < 0 ? index + items.size() : index;
    return place < 0 || place >= items.size()
        ? new Undefined("there is no item " + index)
        : items.get((int) place);
  }

  /** Where a slice begins or ends, counted from the end where negative, within the sequence. */
  private static int limit(@Nullable Object given, int absent, int size, int stride) {
    if (given == null || given == None.NONE) {
      return absent;
    }
    long place = Values.integer(given);
    if (place < 0) {
      place += size;
    }
    return stride > 0 ? Math.clamp(place, 0, size) : Math.clamp(place, -1, size - 1);
  }

  /** A step further than any sequence is as good as the sequence's length. */
  private static int bound(long step) {
    return Math.clamp(step, -BoundedText.MOST, BoundedText.MOST);
  }
}
