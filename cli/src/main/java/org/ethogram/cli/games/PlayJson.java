package org.ethogram.cli.games;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.core.Ratio;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Strategy;
import org.ethogram.stats.Estimate;
import org.ethogram.stats.Interval;

/**
 * Matches as JSON: an object each, and where there are several a last one with the measures over
 * all of them.
 */
final class PlayJson {
  private PlayJson() {}

  static void print(PrintWriter output, PlayedMatches played) {
    for (int repetition = 0; repetition < played.seeds().size(); repetition++) {
      JsonLines.print(output, match(played, repetition));
    }
    if (played.seeds().size() > 1) {
      JsonLines.print(output, summary(played));
    }
  }

  private static Map<String, Object> match(PlayedMatches played, int repetition) {
    History history = played.history(repetition);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("game", played.game().name());
    fields.put("players", names(played));
    fields.put("rounds", history.rounds());
    fields.put("seed", played.seeds().get(repetition).value());
    fields.putAll(played.report(history).fields(played.terms().discount()));
    List<Map<String, Object>> measures = new ArrayList<>();
    for (int seat = 0; seat < played.players().size(); seat++) {
      Map<String, Object> ofSeat = new LinkedHashMap<>();
      PlayedMatches.measured(played.game(), seat, history)
          .forEach((name, ratio) -> ofSeat.put(name, ratio(ratio)));
      measures.add(ofSeat);
    }
    fields.put("measures", measures);
    return fields;
  }

  private static Map<String, Object> summary(PlayedMatches played) {
    List<Map<String, Object>> measures = new ArrayList<>();
    for (int seat = 0; seat < played.players().size(); seat++) {
      Map<String, Object> ofSeat = new LinkedHashMap<>();
      for (String measure : played.measures().get(seat).keySet()) {
        Map<String, Object> fields = ratio(played.pooled(seat, measure));
        Estimate estimate = played.estimate(seat, measure);
        fields.put("matches", estimate.n());
        if (!played.alike()) {
          estimate.interval().ifPresent(interval -> fields.putAll(bounds(interval)));
        }
        ofSeat.put(measure, fields);
      }
      measures.add(ofSeat);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("matches", played.seeds().size());
    fields.put("all_alike", played.alike());
    fields.put("players", names(played));
    fields.put("measures", measures);
    return fields;
  }

  private static Map<String, Object> ratio(Ratio ratio) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("value", ratio.value().orElseThrow());
    fields.put("numerator", ratio.numerator());
    fields.put("denominator", ratio.denominator());
    return fields;
  }

  private static Map<String, Object> bounds(Interval interval) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("low", interval.lower());
    fields.put("high", interval.upper());
    fields.put("level", interval.level());
    return fields;
  }

  private static List<String> names(PlayedMatches played) {
    return played.players().stream().map(Strategy::name).toList();
  }
}
