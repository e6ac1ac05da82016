package org.ethogram.torch.chat.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The methods of dictionaries; those that change a dictionary or a list are refused. */
final class CollectionMethods {
  private static final Set<String> CHANGING =
      Set.of(
          "append",
          "clear",
          "extend",
          "insert",
          "pop",
          "popitem",
          "remove",
          "reverse",
          "setdefault",
          "sort",
          "update");

  private CollectionMethods() {}

  static Optional<Function> of(Map<?, ?> map, String name) {
    return Optional.ofNullable(
        switch (name) {
          case "get" -> arguments -> get(map, arguments);
          case "items" ->
              arguments -> {
                arguments.requireNone();
                return pairs(map);
              };
          case "keys" ->
              arguments -> {
                arguments.requireNone();
                return new ArrayList<Object>(map.keySet());
              };
          case "values" ->
              arguments -> {
                arguments.requireNone();
                return new ArrayList<Object>(map.values());
              };
          default -> map.containsKey(name) ? null : changing(name);
        });
  }

  static Optional<Function> ofList(String name) {
    return Optional.ofNullable(changing(name));
  }

  static List<Object> pairs(Map<?, ?> map) {
    List<Object> pairs = new ArrayList<>();
    map.forEach((key, value) -> pairs.add(new Tuple(List.of(key, value))));
    return pairs;
  }

  private static Object get(Map<?, ?> map, Arguments arguments) {
    List<Optional<Object>> given = arguments.bind("key", "default");
    Object key = given.get(0).orElseThrow(() -> new TemplateFault("get() needs a key"));
    Object found = map.get(key);
    return found == null ? given.get(1).orElse(None.NONE) : found;
  }

  private static @org.jspecify.annotations.Nullable Function changing(String name) {
    return CHANGING.contains(name)
        ? _ -> {
          throw new TemplateFault("a template may not change a value by '" + name + "'");
        }
        : null;
  }
}
