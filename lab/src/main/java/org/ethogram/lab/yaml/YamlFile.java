package org.ethogram.lab.yaml;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A YAML file that holds a mapping, after the options that change it.
 *
 * @param text the file as written, or written anew where options changed it
 */
public record YamlFile(Section root, String text, Problems problems) {
  /**
   * An option that sets one value of the file.
   *
   * @param option how the user gave it, such as {@code --set seed=3}
   * @param assignment the part of it that reads {@code address=value}
   */
  public record Change(String option, String assignment) {}

  /**
   * Reads a file; problems that leave something to read are only collected.
   *
   * @throws EthogramException when the file cannot be read or is no mapping at all
   */
  public static YamlFile read(Path path, List<Change> changes) {
    return read(path, "studies/cooperation.yaml", changes);
  }

  /**
   * As {@link #read(Path, List)}.
   *
   * @param example a file of the same kind, for messages
   */
  public static YamlFile read(Path path, String example, List<Change> changes) {
    String name = path.toString();
    var problems = new Problems(name);
    String text = content(path, example);
    Optional<Node> node = YamlText.parse(name, text, problems);
    problems.raise();
    if (!(node.orElse(null) instanceof MappingNode root)) {
      throw new EthogramException(
          ErrorCode.CONFIGURATION,
          name,
          node.isEmpty() ? "the file is empty" : "the file is not a mapping of keys to values",
          "Start from " + example);
    }
    Assignment.applyAll(root, changes, problems);
    return new YamlFile(
        Section.root(root, problems), changes.isEmpty() ? text : YamlText.write(root), problems);
  }

  private static String content(Path path, String example) {
    try {
      return Files.readString(path);
    } catch (MalformedInputException e) {
      throw new EthogramException(
          ErrorCode.CONFIGURATION,
          path.toString(),
          "the file is not UTF-8 text",
          "Save it as UTF-8",
          e);
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          path.toString(),
          Files.exists(path) ? "the file cannot be read" : "there is no such file",
          "Name an existing file, such as " + example,
          e);
    }
  }
}
