package org.ethogram.lab.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Small maps and lists as JSON in a column. */
final class JsonText {
  private static final JsonMapper JSON = JsonMapper.shared();

  private JsonText() {}

  static String of(Map<String, String> levels) {
    return JSON.writeValueAsString(new TreeMap<>(levels));
  }

  static String of(Collection<String> words) {
    return JSON.writeValueAsString(words);
  }

  static SortedMap<String, String> levels(String text) {
    return JSON.readValue(text, new TypeReference<TreeMap<String, String>>() {});
  }

  static List<String> words(String text) {
    return JSON.readValue(text, new TypeReference<List<String>>() {});
  }
}
