package org.ethogram.cli.games.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import org.ethogram.core.Ratio;
import org.ethogram.stats.Estimate;

/**
 * A number about a player, or about all.
 *
 * @param kind measure, memory-one, memory, nearest, strategy-share or strategy-tremble
 * @param name of the measure, of what went before, or of the strategy
 * @param counts behind the estimate, where there are any
 * @param more what else belongs to it
 */
record AnalysisFigure(
    String kind,
    String player,
    String name,
    Estimate estimate,
    Optional<Ratio> counts,
    SequencedMap<String, Double> more) {
  /** The name under which all players are taken together. */
  static final String ALL = "all";

  AnalysisFigure {
    more = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(more));
  }

  static AnalysisFigure counted(
      String kind, String player, String name, Estimate estimate, Ratio counts) {
    return new AnalysisFigure(
        kind, player, name, estimate, Optional.of(counts), new LinkedHashMap<>());
  }

  static AnalysisFigure estimated(String kind, String player, String name, Estimate estimate) {
    return new AnalysisFigure(
        kind, player, name, estimate, Optional.empty(), new LinkedHashMap<>());
  }

  /** As a line of JSON; what is undefined is absent. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("figure", kind);
    fields.put("player", player);
    fields.put("name", name);
    put(fields, "value", estimate.value());
    put(fields, "standard_error", estimate.standardError());
    estimate
        .interval()
        .ifPresent(
            interval -> {
              fields.put("low", interval.lower());
              fields.put("high", interval.upper());
              fields.put("level", interval.level());
            });
    counts.ifPresent(
        ratio -> {
          fields.put("numerator", ratio.numerator());
          fields.put("denominator", ratio.denominator());
        });
    fields.putAll(more);
    fields.put("n", estimate.n());
    fields.put("method", estimate.method());
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, OptionalDouble value) {
    value.ifPresent(number -> fields.put(name, number));
  }
}
