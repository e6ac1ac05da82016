package org.ethogram.torch.chat.jinja;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code loop}, as it stands while one item is visited. */
final class LoopState {
  private final List<Object> items;
  private int index;
  private @Nullable Object lastChecked;

  LoopState(List<Object> items) {
    this.items = items;
  }

  void moveTo(int next) {
    index = next;
  }

  Object attribute(String name) {
    return switch (name) {
      case "index" -> index + 1L;
      case "index0" -> (long) index;
      case "revindex" -> (long) (items.size() - index);
      case "revindex0" -> items.size() - index - 1L;
      case "first" -> index == 0;
      case "last" -> index == items.size() - 1;
      case "length" -> (long) items.size();
      // Counts recursive loops, of which there are none.
      case "depth" -> 1L;
      case "depth0" -> 0L;
      case "previtem" ->
          index > 0 ? items.get(index - 1) : new Undefined("there is no previous item");
      case "nextitem" ->
          index + 1 < items.size() ? items.get(index + 1) : new Undefined("there is no next item");
      case "cycle" -> (Function) this::cycle;
      case "changed" -> (Function) this::changed;
      default -> new Undefined("'loop' has no '" + name + "'");
    };
  }

  private Object cycle(Arguments arguments) {
    List<Object> values = arguments.positional();
    if (values.isEmpty()) {
      throw new TemplateFault("cycle() has nothing to go through");
    }
    return values.get(index % values.size());
  }

  private Object changed(Arguments arguments) {
    boolean same = arguments.positional().equals(lastChecked);
    lastChecked = arguments.positional();
    return !same;
  }
}
