package org.ethogram.lab.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tables of one JSON object a line; a column is a key of any of them, and a nested object's keys
 * are joined by dots.
 */
final class JsonLinesTable {
  /** Python writes NaN and Infinity; they are read, and refused where a number is needed. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private JsonLinesTable() {}

  static Dataset read(String source, String text) {
    Map<Long, Map<String, String>> objects = new LinkedHashMap<>();
    long line = 0;
    for (String written : text.lines().toList()) {
      line++;
      if (!written.isBlank()) {
        objects.put(line, cells(source + ":" + line, written));
      }
    }
    Set<String> columns = new LinkedHashSet<>();
    objects.values().forEach(object -> columns.addAll(object.keySet()));
    List<Dataset.Row> rows = new ArrayList<>();
    objects.forEach(
        (number, object) ->
            rows.add(
                new Dataset.Row(
                    number,
                    columns.stream().map(column -> object.getOrDefault(column, "")).toList())));
    return new Dataset(source, List.copyOf(columns), rows);
  }

  private static Map<String, String> cells(String place, String line) {
    JsonNode node;
    try {
      node = MAPPER.readTree(line);
    } catch (JacksonException e) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          place,
          "no JSON object: " + e.getOriginalMessage(),
          "Write one JSON object a line",
          e);
    }
    if (!node.isObject()) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA, place, "no JSON object", "Write one JSON object a line");
    }
    Map<String, String> cells = new LinkedHashMap<>();
    flatten("", node, cells);
    return cells;
  }

  private static void flatten(String prefix, JsonNode object, Map<String, String> cells) {
    object
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              String name = prefix + field.getKey();
              if (value.isObject()) {
                flatten(name + ".", value, cells);
              } else {
                cells.put(name, value.isNull() ? "" : value.asString(value.toString()));
              }
            });
  }
}
