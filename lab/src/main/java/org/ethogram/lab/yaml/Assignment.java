package org.ethogram.lab.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One {@code address=value} put into a tree: keys and list positions joined by full stops, a value
 * in YAML.
 */
final class Assignment {
  private final Problems problems;
  private final List<ScalarNode> address;
  private final Node value;

  private Assignment(Problems problems, List<ScalarNode> address, Node value) {
    this.problems = problems;
    this.address = address;
    this.value = value;
  }

  static void applyAll(MappingNode root, List<YamlFile.Change> changes, Problems problems) {
    for (YamlFile.Change change : changes) {
      problems.source(change.option(), change.option());
      parse(change, problems).ifPresent(assignment -> assignment.put(root, 0));
    }
  }

  private static Optional<Assignment> parse(YamlFile.Change change, Problems problems) {
    String option = change.option();
    String assignment = change.assignment();
    int start = option.length() - assignment.length();
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      problems.add(key(option, start, assignment), "expected key=value, such as seed=3");
      return Optional.empty();
    }
    List<ScalarNode> address = new ArrayList<>();
    int column = start;
    for (String part : assignment.substring(0, equals).split("\\.", -1)) {
      address.add(key(option, column, part));
      column += part.length() + 1;
    }
    int valueColumn = start + equals + 1;
    String written = assignment.substring(equals + 1);
    Optional<Node> value = YamlText.parseAt(valueColumn, option, written, problems);
    if (value.isEmpty() && written.isBlank()) {
      problems.add(key(option, valueColumn, ""), "a value is missing after '='");
    }
    return value.map(node -> new Assignment(problems, address, node));
  }

  private void put(Node container, int depth) {
    ScalarNode part = address.get(depth);
    boolean last = depth == address.size() - 1;
    switch (container) {
      case MappingNode mapping -> putInMapping(mapping, part, depth, last);
      case SequenceNode sequence -> putInSequence(sequence, part, depth, last);
      default ->
          problems.add(
              part, "'" + addressTo(depth) + "' is a single value, so nothing can be set in it");
    }
  }

  private void putInMapping(MappingNode mapping, ScalarNode part, int depth, boolean last) {
    List<NodeTuple> tuples = mapping.getValue();
    for (int i = 0; i < tuples.size(); i++) {
      NodeTuple tuple = tuples.get(i);
      if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(part.getValue())) {
        if (last) {
          tuples.set(i, new NodeTuple(key, value));
        } else if (tuple.getValueNode().getTag().equals(Tag.NULL)) {
          MappingNode filled = emptyMapping(part);
          tuples.set(i, new NodeTuple(key, filled));
          put(filled, depth + 1);
        } else {
          put(tuple.getValueNode(), depth + 1);
        }
        return;
      }
    }
    if (last) {
      tuples.add(new NodeTuple(part, value));
    } else {
      MappingNode added = emptyMapping(part);
      tuples.add(new NodeTuple(part, added));
      put(added, depth + 1);
    }
  }

  private void putInSequence(SequenceNode sequence, ScalarNode part, int depth, boolean last) {
    List<Node> items = sequence.getValue();
    if (!part.getValue().matches("\\d{1,6}") || Integer.parseInt(part.getValue()) >= items.size()) {
      problems.add(
          part,
          "'"
              + addressTo(depth)
              + "' is a list of "
              + items.size()
              + ": expected a position from 0 to "
              + (items.size() - 1));
      return;
    }
    int index = Integer.parseInt(part.getValue());
    if (last) {
      items.set(index, value);
    } else {
      put(items.get(index), depth + 1);
    }
  }

  private String addressTo(int depth) {
    return String.join(".", address.subList(0, depth).stream().map(ScalarNode::getValue).toList());
  }

  private MappingNode emptyMapping(ScalarNode at) {
    return new MappingNode(
        Tag.MAP, true, new ArrayList<>(), FlowStyle.BLOCK, at.getStartMark(), at.getEndMark());
  }

  private static ScalarNode key(String option, int column, String text) {
    return new ScalarNode(
        Tag.STR,
        true,
        text,
        ScalarStyle.PLAIN,
        Optional.of(mark(option, column)),
        Optional.of(mark(option, column + text.length())));
  }

  private static Mark mark(String option, int column) {
    return new Mark(option, column, 0, column, new int[0], 0);
  }
}
