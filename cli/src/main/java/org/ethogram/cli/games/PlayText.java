package org.ethogram.cli.games;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethogram.core.Ratio;
import org.ethogram.games.formats.MatchReport;
import org.ethogram.games.play.Discounting;
import org.ethogram.games.play.Horizon;
import org.ethogram.report.tables.Table;
import org.ethogram.report.text.TextTable;
import org.ethogram.stats.Interval;

/** Matches for a person: the moves of the first, joint outcomes and measures. */
final class PlayText {
  private final PlayedMatches played;
  private final List<String> players;
  private final List<String> lines = new ArrayList<>();

  private PlayText(PlayedMatches played) {
    this.played = played;
    this.players =
        IntStream.range(0, played.players().size())
            .mapToObj(seat -> (seat + 1) + " " + played.players().get(seat).name())
            .toList();
  }

  static List<String> lines(PlayedMatches played) {
    return new PlayText(played).all();
  }

  private List<String> all() {
    MatchReport report = played.report(played.first());
    int matches = played.seeds().size();
    lines.add(headline());
    lines.add("");
    if (matches > 1) {
      lines.add(
          played.alike()
              ? "All " + matches + " matches went the same way:"
              : "The first of " + matches + " matches:");
    }
    lines.addAll(Moves.lines(report, players));
    lines.add("");
    lines.add("Joint outcomes: " + states(report));
    discounted().ifPresent(this::add);
    add(measures());
    return lines;
  }

  private String headline() {
    MatchReport report = played.report(played.first());
    StringBuilder text = new StringBuilder(played.game().name());
    text.append(": ").append(counted(played.first().rounds(), "round"));
    text.append(
        switch (played.terms().horizon()) {
          case Horizon.Known _ -> " (known to the players)";
          case Horizon.Unknown _ -> " (the players are not told how many)";
          case Horizon.Geometric geometric ->
              " (after each, one more with a chance of " + geometric.continuation() + ")";
        });
    if (played.terms().noise() > 0) {
      text.append(", noise ").append(played.terms().noise());
    }
    if (played.terms().misperception() > 0) {
      text.append(", misperception ").append(played.terms().misperception());
    }
    text.append(", seed ").append(played.seeds().getFirst().value());
    played
        .game()
        .cooperativeAction()
        .ifPresent(cooperate -> text.append(cooperation(report, cooperate)));
    return text.append('.').toString();
  }

  private String cooperation(MatchReport report, int cooperate) {
    List<String> actions = played.game().actions(0);
    return report.lettersTellAll()
        ? ". C is " + actions.get(cooperate) + ", D is " + actions.get(1 - cooperate)
        : ". To cooperate is " + actions.get(cooperate);
  }

  private static String counted(int count, String what) {
    return "%,d %s%s".formatted(count, what, count == 1 ? "" : "s");
  }

  private static String states(MatchReport report) {
    return report.states().entrySet().stream()
        .map(state -> state.getKey() + " " + state.getValue())
        .collect(Collectors.joining("  "));
  }

  private Optional<Table> discounted() {
    return played
        .terms()
        .discount()
        .map(
            discounting ->
                new Table(
                    "Payoffs discounted by " + discounting.factor() + ", first match",
                    "",
                    List.of("player", "sum", "mean a round"),
                    IntStream.range(0, players.size())
                        .mapToObj(seat -> discountedRow(discounting, seat))
                        .toList()));
  }

  private List<Table.Cell> discountedRow(Discounting discounting, int seat) {
    return List.of(
        Table.Cell.words(players.get(seat)),
        Table.Cell.number(decimal(discounting.total(played.game(), seat, played.first()))),
        Table.Cell.number(
            decimal(discounting.mean(played.game(), seat, played.first()).orElseThrow())));
  }

  private Table measures() {
    List<String> head = new ArrayList<>(List.of("measure"));
    head.addAll(players);
    boolean intervals = played.seeds().size() > 1 && !played.alike();
    return new Table(
        intervals
            ? "Measures over all matches, with 95% intervals between matches"
            : "Measures, with numerator and denominator",
        "",
        head,
        played.defined().stream().map(measure -> row(measure, intervals)).toList());
  }

  private List<Table.Cell> row(String measure, boolean intervals) {
    List<Table.Cell> row = new ArrayList<>(List.of(Table.Cell.words(measure)));
    for (int seat = 0; seat < players.size(); seat++) {
      Ratio ratio = played.pooled(seat, measure);
      String value =
          ratio.value().isEmpty()
              ? "n/a"
              : "%s (%s/%s)"
                  .formatted(
                      decimal(ratio.value().getAsDouble()),
                      number(ratio.numerator()),
                      number(ratio.denominator()));
      String interval =
          intervals
              ? played.estimate(seat, measure).interval().map(PlayText::bounds).orElse("")
              : "";
      row.add(Table.Cell.number(value, interval, ""));
    }
    return row;
  }

  private void add(Table table) {
    lines.add("");
    lines.add(table.title());
    lines.addAll(TextTable.lines(table));
  }

  private static String bounds(Interval interval) {
    return "[" + decimal(interval.lower()) + ", " + decimal(interval.upper()) + "]";
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String number(double count) {
    return count == Math.rint(count) && Math.abs(count) < 1e15
        ? Long.toString((long) count)
        : String.format(Locale.ROOT, "%.2f", count);
  }
}
