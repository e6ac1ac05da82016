package org.ethogram.torch.chat.jinja;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The {@code tojson} filter: as Python's {@code json.dumps}, without escapes for HTML. */
final class Json {
  private final BoundedText text = new BoundedText();
  private final Optional<Integer> indent;
  private final boolean sorted;
  private final String between;
  private final String colon;

  private Json(Optional<Integer> indent, boolean sorted, String between, String colon) {
    this.indent = indent;
    this.sorted = sorted;
    this.between = between;
    this.colon = colon;
  }

  static String of(Object value, Arguments arguments) {
    List<Optional<Object>> given =
        arguments.bind("ensure_ascii", "indent", "separators", "sort_keys");
    if (given.get(0).filter(Values::isTrue).isPresent()) {
      throw new TemplateFault("tojson with ensure_ascii is not supported");
    }
    Optional<Integer> indent =
        given
            .get(1)
            .filter(width -> width != None.NONE)
            .map(width -> Math.clamp(Values.integer(width), 0, 100));
    List<Object> separators =
        given
            .get(2)
            .filter(pair -> pair != None.NONE)
            .map(Values::items)
            .orElse(List.of(indent.isPresent() ? "," : ", ", ": "));
    if (separators.size() != 2) {
      throw new TemplateFault("separators are two texts");
    }
    Json json =
        new Json(
            indent,
            given.get(3).filter(Values::isTrue).isPresent(),
            Values.text(separators.get(0)),
            Values.text(separators.get(1)));
    json.write(value, 0);
    return json.text.toString();
  }

  private void write(Object value, int depth) {
    switch (value) {
      case None _ -> text.append("null");
      case Boolean truth -> text.append(truth.toString());
      case Long number -> text.append(number.toString());
      case Double number -> text.append(ValueText.number(number));
      case String inner -> quoted(inner);
      case List<?> list -> list(list, depth);
      case Tuple tuple -> list(tuple.items(), depth);
      case Map<?, ?> map -> map(map, depth);
      default -> throw new TemplateFault(Values.kind(value) + " has no JSON");
    }
  }

  private void list(List<?> list, int depth) {
    text.append("[");
    Iterator<?> items = list.iterator();
    while (items.hasNext()) {
      newLine(depth + 1);
      write(items.next(), depth + 1);
      text.append(items.hasNext() ? between : "");
    }
    close(list.isEmpty(), depth);
    text.append("]");
  }

  private void map(Map<?, ?> map, int depth) {
    List<Map.Entry<String, Object>> entries = new ArrayList<>();
    map.forEach((key, value) -> entries.add(Map.entry(ValueText.of(key), value)));
    if (sorted) {
      TreeMap<String, Object> byKey = new TreeMap<>();
      entries.forEach(entry -> byKey.put(entry.getKey(), entry.getValue()));
      entries.clear();
      entries.addAll(byKey.entrySet());
    }
    text.append("{");
    Iterator<Map.Entry<String, Object>> left = entries.iterator();
    while (left.hasNext()) {
      Map.Entry<String, Object> entry = left.next();
      newLine(depth + 1);
      quoted(entry.getKey());
      text.append(colon);
      write(entry.getValue(), depth + 1);
      text.append(left.hasNext() ? between : "");
    }
    close(entries.isEmpty(), depth);
    text.append("}");
  }

  private void close(boolean empty, int depth) {
    if (!empty) {
      newLine(depth);
    }
  }

  private void newLine(int depth) {
    indent.ifPresent(width -> text.append("\n" + " ".repeat(width * depth)));
  }

  private void quoted(String inner) {
    StringBuilder written = new StringBuilder("\"");
    for (int index = 0; index < inner.length(); index++) {
      char character = inner.charAt(index);
      switch (character) {
        case '"' -> written.append("\\\"");
        case '\\' -> written.append("\\\\");
        case '\n' -> written.append("\\n");
        case '\r' -> written.append("\\r");
        case '\t' -> written.append("\\t");
        case '\b' -> written.append("\\b");
        case '\f' -> written.append("\\f");
        default -> {
          if (character < ' ') {
            written.append("\\u%04x".formatted((int) character));
          } else {
            written.append(character);
          }
        }
      }
    }
    text.append(written.append('"').toString());
  }
}
