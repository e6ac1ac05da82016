package org.ethogram.games.networks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.files.TextFile;

/**
 * A graph as a text file: one edge a line, two names of nodes with a space, a tab or a comma
 * between them.
 *
 * <p>A name alone is a node, with or without neighbours. What follows a {@code #} is a comment. An
 * edge that is there twice, or once in each direction, counts once. Nodes are numbered in the order
 * in which they are first named.
 */
public final class EdgeList {
  private final String place;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<Edge> edges = new ArrayList<>();

  private EdgeList(String place) {
    this.place = place;
  }

  /**
   * @throws EthogramException {@code FILE_ACCESS} when the file cannot be read, {@code
   *     INVALID_DATA} with the file and the line when it is no list of edges
   */
  public static Graph read(Path file) {
    return read(file.toString(), TextFile.read(file.toString()));
  }

  /**
   * @param place the file, as messages name it
   */
  public static Graph read(String place, String text) {
    EdgeList list = new EdgeList(place);
    List<String> lines = text.lines().toList();
    for (int line = 0; line < lines.size(); line++) {
      list.line(line + 1, lines.get(line));
    }
    if (list.numbers.isEmpty()) {
      throw list.invalid(place, "no node in the file");
    }
    return Graph.of(place, List.copyOf(list.numbers.keySet()), list.edges);
  }

  private void line(int number, String line) {
    String written = line.replaceFirst("#.*", "").strip();
    if (written.isEmpty()) {
      return;
    }
    String[] names = written.split("\\s*,\\s*|\\s+", -1);
    if (names.length > 2 || names[0].isEmpty() || names[names.length - 1].isEmpty()) {
      throw invalid(place + ":" + number, "'" + written + "' is no pair of nodes");
    }
    int one = node(names[0]);
    if (names.length == 2) {
      int other = node(names[1]);
      if (one == other) {
        throw invalid(place + ":" + number, "node '" + names[0] + "' next to itself");
      }
      edges.add(new Edge(one, other));
    }
  }

  private int node(String name) {
    return numbers.computeIfAbsent(name, _ -> numbers.size());
  }

  private EthogramException invalid(String where, String problem) {
    return new EthogramException(
        ErrorCode.INVALID_DATA, where, problem, "Write two different nodes a line, as in 'a b'");
  }
}
