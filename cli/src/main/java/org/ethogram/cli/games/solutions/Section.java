package org.ethogram.cli.games.solutions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one concept says of a game.
 *
 * @param heading a line above the text
 * @param lines for readers
 * @param objects for other programs, each with its concept
 */
public record Section(String heading, List<String> lines, List<Map<String, Object>> objects) {
  public Section {
    lines = List.copyOf(lines);
    objects = List.copyOf(objects);
  }

  /** A section that is put together line by line. */
  static final class Draft {
    private final String concept;
    private final String heading;
    private final List<String> lines = new ArrayList<>();
    private final List<Map<String, Object>> objects = new ArrayList<>();

    Draft(String concept, String heading) {
      this.concept = concept;
      this.heading = heading;
    }

    void line(String line) {
      lines.add(line);
    }

    /** A new object for other programs, to be filled in. */
    Map<String, Object> object() {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("concept", concept);
      objects.add(object);
      return object;
    }

    Section section() {
      return new Section(heading, lines, objects);
    }
  }
}
