package org.ethogram.cli.games.tournament;

import java.util.List;
import java.util.Locale;
import org.ethogram.games.tournament.Standings;
import org.ethogram.report.figure.Axis;
import org.ethogram.report.figure.ColourScale;
import org.ethogram.report.figure.HeatMap;

/** What everybody earned from everybody, the best player first. */
final class PayoffPicture {
  private PayoffPicture() {}

  static HeatMap of(Entrants entrants, Standings standings) {
    List<Integer> ranking = standings.ranking();
    List<String> names = ranking.stream().map(entrants.names()::get).toList();
    List<List<HeatMap.Cell>> cells =
        ranking.stream()
            .map(
                player ->
                    ranking.stream().map(opponent -> cell(standings, player, opponent)).toList())
            .toList();
    return new HeatMap(
        "payoff-heatmap",
        "Who earns what from whom?",
        "Mean payoff a round of the player in the row against the opponent in the column; both in"
            + " the order of the ranking.",
        "payoff",
        "payoff a round",
        HeatMap.Side.names("player", "player", names),
        HeatMap.Side.names("opponent", "opponent", names),
        ColourScale.covering(cells, Axis.Notation.DECIMAL),
        cells);
  }

  private static HeatMap.Cell cell(Standings standings, int player, int opponent) {
    return standings
        .encounter(player, opponent)
        .map(encounter -> encounter.payoff().value())
        .map(payoff -> HeatMap.Cell.of(payoff, String.format(Locale.ROOT, "%.2f", payoff)))
        .orElse(HeatMap.Cell.MISSING);
  }
}
