package org.ethogram.lab.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value at its address; reading it as what it is not notes a problem and gives nothing. */
public final class Value {
  private final Node node;
  private final String address;
  private final Problems problems;

  Value(Node node, String address, Problems problems) {
    this.node = node;
    this.address = address;
    this.problems = problems;
  }

  /** Keys and list positions from the root, as {@code --set} takes them. */
  public String address() {
    return address;
  }

  /** Notes what is wrong with this value. */
  public void problem(String message) {
    problems.add(node, "'" + address + "' " + message);
  }

  public Optional<String> text() {
    if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      return Optional.of(scalar.getValue());
    }
    return wrong("a text");
  }

  /** One of the allowed words. */
  public Optional<String> choice(Collection<String> allowed) {
    Optional<String> word = text();
    if (word.isPresent() && !allowed.contains(word.get())) {
      Optional<String> meant = Suggestion.nearest(word.get(), allowed);
      problem(
          "cannot be '"
              + word.get()
              + "'"
              + meant
                  .map(near -> "; did you mean '" + near + "'?")
                  .orElse(": expected one of " + String.join(", ", allowed)));
      return Optional.empty();
    }
    return word;
  }

  /** A text that something else understands, or refuses with an exception that says why. */
  public <T> Optional<T> named(Function<String, T> read) {
    Optional<String> text = text();
    try {
      return text.map(read);
    } catch (EthogramException e) {
      problem("cannot be '" + text.orElse("") + "': " + e.problem() + ". " + e.remedy());
      return Optional.empty();
    }
  }

  public Optional<Boolean> flag() {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
      return Optional.of(scalar.getValue().equalsIgnoreCase("true"));
    }
    return wrong("true or false");
  }

  /** A whole number from {@code least} to {@code most}, both allowed. */
  public Optional<Long> integer(long least, long most) {
    String expected = "a whole number" + range(least, most);
    if (!(node instanceof ScalarNode scalar) || !scalar.getTag().equals(Tag.INT)) {
      return wrong(expected);
    }
    try {
      long number = Long.parseLong(scalar.getValue());
      return number >= least && number <= most ? Optional.of(number) : wrong(expected);
    } catch (NumberFormatException e) {
      return wrong(expected);
    }
  }

  /** A finite number from {@code least} to {@code most}, both allowed. */
  public Optional<Double> number(double least, double most) {
    String expected = "a number from " + least + " to " + most;
    if (!(node instanceof ScalarNode scalar)
        || !(scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT))) {
      return wrong(expected);
    }
    try {
      double number = Double.parseDouble(scalar.getValue());
      return number >= least && number <= most ? Optional.of(number) : wrong(expected);
    } catch (NumberFormatException e) {
      return wrong(expected);
    }
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  public boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  /** The values of a list; a single value stands for a list of one. */
  public List<Value> items() {
    if (isNull()) {
      problem("is empty: expected a list");
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      return List.of(this);
    }
    List<Value> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new Value(item, address + '.' + items.size(), problems));
    }
    if (items.isEmpty()) {
      problem("is an empty list: expected at least one value");
    }
    return items;
  }

  /** The keys below this value; nothing written stands for no keys. */
  public Optional<Section> section() {
    if (node instanceof MappingNode mapping) {
      return Optional.of(Section.of(mapping, address, problems));
    }
    return isNull()
        ? Optional.of(Section.empty(node, address, problems))
        : wrong("keys and values");
  }

  private <T> Optional<T> wrong(String expected) {
    problem("is " + written() + ": expected " + expected);
    return Optional.empty();
  }

  private String written() {
    return switch (node) {
      case MappingNode mapping -> "a mapping of " + mapping.getValue().size() + " keys";
      case SequenceNode sequence -> "a list of " + sequence.getValue().size();
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) -> "empty";
      case ScalarNode scalar -> "'" + scalar.getValue() + "'";
      default -> "something else";
    };
  }

  private static String range(long least, long most) {
    if (most == Long.MAX_VALUE) {
      return least == Long.MIN_VALUE ? "" : " of at least " + least;
    }
    return " from " + least + " to " + most;
  }
}
