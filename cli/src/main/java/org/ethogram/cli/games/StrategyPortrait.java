package org.ethogram.cli.games;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.formats.MatchReport;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Match;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.Strategies;
import org.ethogram.games.strategies.StrategyCard;
import org.jspecify.annotations.Nullable;

/**
 * A strategy and how it plays the prisoner's dilemma against a few others.
 *
 * @param strategy empty where it cannot play without parameters and none were given
 */
record StrategyPortrait(StrategyCard card, List<Strategy> strategy) {
  private static final int ROUNDS = 20;
  private static final Seed SEED = new Seed(1);
  private static final List<String> OPPONENTS =
      List.of("always-cooperate", "always-defect", "tit-for-tat", "cycle:CD", "random");

  static StrategyPortrait of(String text) {
    StrategyCard card = Strategies.card(text);
    boolean bare = card.needsParameters() && !text.contains("(") && !text.contains(":");
    return new StrategyPortrait(card, bare ? List.of() : List.of(Strategies.named(text)));
  }

  Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = StrategyFields.of(card);
    List<Map<String, Object>> traces = new ArrayList<>();
    for (Strategy own : strategy) {
      for (String opponent : OPPONENTS) {
        MatchReport report = match(own, opponent);
        Map<String, Object> trace = new LinkedHashMap<>();
        trace.put("players", List.of(own.name(), Strategies.named(opponent).name()));
        trace.put("actions", List.of(report.letters(0), report.letters(1)));
        trace.put("payoffs", report.payoffs());
        traces.add(trace);
      }
    }
    fields.put("traces", traces);
    return fields;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(card.name() + card.parameters());
    if (!card.otherNames().isEmpty()) {
      lines.add("also " + String.join(", ", card.otherNames()));
    }
    lines.add("source: " + card.source());
    lines.add(
        (card.stochastic() ? "draws its moves" : "deterministic")
            + ", remembers "
            + remembered()
            + (StrategyFields.knows(card).isEmpty()
                ? ""
                : ", knows " + StrategyFields.knows(card)));
    for (Strategy own : strategy) {
      lines.add("");
      lines.add("Prisoner's dilemma, " + ROUNDS + " rounds (known to the players), seed 1:");
      for (String opponent : OPPONENTS) {
        Strategy other = Strategies.named(opponent);
        lines.add("");
        lines.addAll(Moves.lines(match(own, opponent), List.of(own.name(), other.name())));
      }
    }
    if (strategy.isEmpty()) {
      lines.add("");
      lines.add("Give its parameters to see how it plays.");
    }
    return lines;
  }

  private String remembered() {
    if (card.memory().isEmpty()) {
      return "the whole match";
    }
    return switch (card.memory().getAsInt()) {
      case 0 -> "nothing";
      case 1 -> "1 round";
      default -> card.memory().getAsInt() + " rounds";
    };
  }

  private static MatchReport match(Strategy own, String opponent) {
    Game game = Catalogue.named("prisoners-dilemma");
    Match match =
        new Match(game, List.of(own, Strategies.named(opponent)), new Horizon.Known(ROUNDS));
    return new MatchReport(game, match.play(SEED));
  }
}
