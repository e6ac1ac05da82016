package org.ethogram.cli.display;

import java.io.PrintWriter;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Results for other programs: one JSON object a line, each complete when it is printed. */
public final class JsonLines {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonLines() {}

  public static void print(PrintWriter output, Map<String, ?> line) {
    output.println(JSON.writeValueAsString(line));
    output.flush();
  }
}
