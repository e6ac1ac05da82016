package org.ethogram.lab.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.ethogram.core.Suggestion;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Keys and values at one address.
 *
 * <p>A reader asks for every key that may stand here and then calls {@link #finish}: what nobody
 * asked for is an unknown key. A value that cannot be read is noted as a problem and stands as its
 * default, so reading goes on and finds the other problems.
 */
public final class Section {
  private final Node node;
  private final String address;
  private final Problems problems;
  private final Map<String, ScalarNode> keys = new LinkedHashMap<>();
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final TreeSet<String> known = new TreeSet<>();

  private Section(Node node, String address, Problems problems) {
    this.node = node;
    this.address = address;
    this.problems = problems;
  }

  static Section root(MappingNode mapping, Problems problems) {
    return of(mapping, "", problems);
  }

  static Section empty(Node node, String address, Problems problems) {
    return new Section(node, address, problems);
  }

  static Section of(MappingNode mapping, String address, Problems problems) {
    var section = new Section(mapping, address, problems);
    mapping.getValue().forEach(section::take);
    return section;
  }

  private void take(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      problems.add(tuple.getKeyNode(), "a key must be a single word");
      return;
    }
    String name = key.getValue();
    ScalarNode earlier = keys.putIfAbsent(name, key);
    if (earlier != null) {
      int line = earlier.getStartMark().orElseThrow().getLine() + 1;
      problems.add(key, "the key '" + name + "' stands twice, first in line " + line);
      return;
    }
    values.put(name, new Value(tuple.getValueNode(), at(name), problems));
  }

  private String at(String key) {
    return address.isEmpty() ? key : address + '.' + key;
  }

  public String address() {
    return address;
  }

  /** The keys that are written, in their order. */
  public SequencedSet<String> keys() {
    return new LinkedHashSet<>(keys.keySet());
  }

  /** Notes what is wrong with this section as a whole, or with the key if it is written. */
  public void problem(String key, String message) {
    Node place = keys.get(key);
    problems.add(place == null ? node : place, message);
  }

  /** The value of a key, if it is written. */
  public Optional<Value> get(String key) {
    known.add(key);
    return Optional.ofNullable(values.get(key));
  }

  /** The value of a key that must be written. */
  public Optional<Value> require(String key, String example) {
    Optional<Value> value = get(key);
    if (value.isEmpty()) {
      String where = address.isEmpty() ? "" : " in '" + address + "'";
      problems.add(node, "the key '" + key + "' is missing" + where + ", such as " + example);
    }
    return value;
  }

  public String text(String key, String otherwise) {
    return get(key).flatMap(Value::text).orElse(otherwise);
  }

  public boolean flag(String key, boolean otherwise) {
    return get(key).flatMap(Value::flag).orElse(otherwise);
  }

  public int integer(String key, int otherwise, int least, int most) {
    return get(key)
        .flatMap(value -> value.integer(least, most))
        .map(Long::intValue)
        .orElse(otherwise);
  }

  public double number(String key, double otherwise, double least, double most) {
    return get(key).flatMap(value -> value.number(least, most)).orElse(otherwise);
  }

  /** A list in which every value is read alike; one value stands for a list of one. */
  public <T> List<T> list(String key, List<T> otherwise, Function<Value, Optional<T>> read) {
    Optional<Value> value = get(key);
    if (value.isEmpty()) {
      return otherwise;
    }
    List<T> items = new ArrayList<>();
    for (Value item : value.get().items()) {
      read.apply(item)
          .ifPresent(
              found -> {
                if (items.contains(found)) {
                  item.problem("stands twice in its list");
                } else {
                  items.add(found);
                }
              });
    }
    return items.isEmpty() ? otherwise : List.copyOf(items);
  }

  /** The keys below a key; a key that is not written stands for no keys. */
  public Section section(String key) {
    return get(key).flatMap(Value::section).orElseGet(() -> new Section(node, at(key), problems));
  }

  /** Notes every key that was never asked for. */
  public void finish() {
    keys.forEach(
        (name, place) -> {
          if (!known.contains(name)) {
            String where = address.isEmpty() ? "" : " in '" + address + "'";
            Optional<String> meant = Suggestion.nearest(name, known);
            problems.add(
                place,
                "unknown key '"
                    + name
                    + "'"
                    + where
                    + meant
                        .map(key -> "; did you mean '" + key + "'?")
                        .orElse("; known are " + String.join(", ", known)));
          }
        });
  }
}
