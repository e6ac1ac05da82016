package org.ethogram.report.findings;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which part of a subject's behaviour a figure is about.
 *
 * @param game the game's name, or empty for all games together
 * @param conditions such as {@code opponent -> tit-for-tat}; what is not named is pooled
 */
public record Slice(String game, SortedMap<String, String> conditions) {
  public static final String OPPONENT = "opponent";

  /** All games, all conditions. */
  public static final Slice ALL = new Slice("", Collections.emptySortedMap());

  public Slice {
    conditions = Collections.unmodifiableSortedMap(new TreeMap<>(conditions));
  }

  public static Slice of(String game) {
    return new Slice(game, Collections.emptySortedMap());
  }

  public static Slice of(String game, String condition, String level) {
    return new Slice(game, new TreeMap<>(Map.of(condition, level)));
  }

  /** The level of a condition, or empty where it is pooled. */
  public String level(String condition) {
    return conditions.getOrDefault(condition, "");
  }

  /** The conditions as text, such as {@code opponent=tit-for-tat}. */
  public String conditionText() {
    return conditions.entrySet().stream()
        .map(condition -> condition.getKey() + '=' + condition.getValue())
        .collect(Collectors.joining(" "));
  }
}
