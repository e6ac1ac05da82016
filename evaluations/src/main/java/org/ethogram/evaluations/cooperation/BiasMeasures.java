package org.ethogram.evaluations.cooperation;

import java.util.List;
import java.util.Map;
import org.ethogram.core.Ratio;
import org.ethogram.evaluations.Measurement;
import org.ethogram.evaluations.play.Matches;
import org.ethogram.games.measures.Play;
import org.ethogram.games.measures.WeightedHistory;

/**
 * What a choice may follow beside the game: the word, its place, the rule that is told first, the
 * word that was said last.
 *
 * <p>Shares of all decisions against all opponents. Over the full crossing an unbiased model has
 * one half for the first three, whatever it prefers to do.
 */
record BiasMeasures(ToldGame told) {
  List<Measurement> of(List<Matches> lineups) {
    List<Play> plays =
        lineups.stream().flatMap(matches -> matches.plays(told.game()).stream()).toList();
    Figures figures = new Figures();
    figures.add("first-mentioned-rate", Map.of(), chosen(plays, told.firstMentioned()));
    figures.add("first-rule-rate", Map.of(), chosen(plays, told.firstInRules()));
    for (int action = 0; action < 2; action++) {
      String word = told.telling().words().get(action);
      figures.add("word-rate", Map.of("word", word), chosen(plays, action));
    }
    figures.add("repetition-rate", Map.of(), repeated(plays));
    return figures.all();
  }

  private static Ratio chosen(List<Play> plays, int action) {
    double chosen = 0;
    double decisions = 0;
    for (Play play : plays) {
      for (WeightedHistory weighted : play.histories()) {
        for (int round = 1; round <= weighted.history().rounds(); round++) {
          boolean so = weighted.history().action(round, play.seat()) == action;
          chosen += so ? weighted.weight() : 0;
          decisions += weighted.weight();
        }
      }
    }
    return new Ratio(chosen, decisions);
  }

  /** The share of decisions after the first round that say the own last word again. */
  private static Ratio repeated(List<Play> plays) {
    double repeated = 0;
    double decisions = 0;
    for (Play play : plays) {
      for (WeightedHistory weighted : play.histories()) {
        for (int round = 2; round <= weighted.history().rounds(); round++) {
          boolean so =
              weighted.history().action(round, play.seat())
                  == weighted.history().action(round - 1, play.seat());
          repeated += so ? weighted.weight() : 0;
          decisions += weighted.weight();
        }
      }
    }
    return new Ratio(repeated, decisions);
  }
}
