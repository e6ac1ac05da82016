package org.ethogram.lab.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** YAML text to nodes that know their places, and back. */
final class YamlText {
  private YamlText() {}

  /** The node of a text, or nothing where it is empty or cannot be read at all. */
  static Optional<Node> parse(String source, String text, Problems problems) {
    problems.source(source, text);
    return compose(source, text, problems);
  }

  /** As {@link #parse}, of a value that stands at a column of a text that is known already. */
  static Optional<Node> parseAt(int column, String source, String value, Problems problems) {
    return compose(source, " ".repeat(column) + value, problems);
  }

  private static Optional<Node> compose(String source, String text, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(source).setAllowDuplicateKeys(true).build();
    try {
      return new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      e.getProblemMark()
          .or(e::getContextMark)
          .ifPresentOrElse(
              mark -> problems.add(mark, "not valid YAML: " + e.getProblem()),
              () -> problems.addUnplaced(source, "not valid YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      problems.addUnplaced(source, "not valid YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  static String write(MappingNode root) {
    var text = new StringBuilder();
    DumpSettings settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(100).build();
    new Dump(settings)
        .dumpNode(
            root,
            new StreamDataWriter() {
              @Override
              public void write(String part) {
                text.append(part);
              }

              @Override
              public void write(String part, int offset, int length) {
                text.append(part, offset, offset + length);
              }
            });
    return text.toString();
  }
}
