package org.ethogram.lab.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Everything that is wrong with a file and the options that change it, each at its place. */
public final class Problems {
  private final String file;
  private final Map<String, List<String>> linesBySource = new HashMap<>();
  private final List<Problem> found = new ArrayList<>();

  private record Problem(Mark mark, int length, String message) {}

  /**
   * @param file the file as the user named it
   */
  public Problems(String file) {
    this.file = file;
  }

  /** Makes a text known, so that its lines can be quoted. */
  void source(String name, String text) {
    linesBySource.put(name, text.lines().toList());
  }

  /** Notes a problem at a value or key. */
  public void add(Node node, String message) {
    Mark start = node.getStartMark().orElseThrow();
    Mark end = node.getEndMark().orElse(start);
    int length = end.getLine() == start.getLine() ? end.getColumn() - start.getColumn() : 1;
    found.add(new Problem(start, Math.max(1, length), message));
  }

  void add(Mark mark, String message) {
    found.add(new Problem(mark, 1, message));
  }

  /** Notes a problem of a text as a whole, shown at its start. */
  void addUnplaced(String source, String message) {
    found.add(new Problem(new Mark(source, 0, 0, 0, new int[0], 0), 1, message));
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Ends the reading with all problems at once, in the order of the text, if there are any. */
  public void raise() {
    if (found.isEmpty()) {
      return;
    }
    Set<String> shown =
        found.stream()
            .sorted(
                (one, other) ->
                    sameSource(one, other)
                        ? Integer.compare(one.mark().getIndex(), other.mark().getIndex())
                        : one.mark().getName().equals(file) ? -1 : 1)
            .map(this::shown)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    String count = shown.size() == 1 ? "one problem" : shown.size() + " problems";
    throw new EthogramException(
        ErrorCode.CONFIGURATION,
        file,
        count + " before anything was run\n\n" + String.join("\n\n", shown) + "\n",
        "Correct what is marked and run it again");
  }

  private static boolean sameSource(Problem one, Problem other) {
    return one.mark().getName().equals(other.mark().getName());
  }

  private String shown(Problem problem) {
    Mark mark = problem.mark();
    int line = mark.getLine();
    String place =
        mark.getName().equals(file)
            ? file + ':' + (line + 1) + ':' + (mark.getColumn() + 1)
            : mark.getName();
    List<String> lines = linesBySource.getOrDefault(mark.getName(), List.of());
    String quoted = line < lines.size() ? lines.get(line) : "";
    int column = Math.min(mark.getColumn(), quoted.length());
    int length = Math.max(1, Math.min(problem.length(), quoted.length() - column));
    return place
        + ": "
        + problem.message()
        + "\n  "
        + quoted.replace('\t', ' ')
        + "\n  "
        + " ".repeat(column)
        + "^".repeat(length);
  }
}
