package org.ethogram.cli.games;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.report.tables.Table;
import org.ethogram.report.text.TextTable;

/** The payoffs of a game as text: a matrix for two players, else a line for each joint choice. */
final class PayoffText {
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private PayoffText() {}

  static List<String> lines(Game game) {
    return TextTable.lines(game.seats() == 2 ? matrix(game) : list(game));
  }

  /** In at most six digits. */
  static String number(double number) {
    return number == 0
        ? "0"
        : new BigDecimal(number).round(SIX_DIGITS).stripTrailingZeros().toPlainString();
  }

  /** The actions of a profile, in parentheses. */
  static String profile(Game game, int[] profile) {
    return IntStream.range(0, game.seats())
        .mapToObj(seat -> game.actions(seat).get(profile[seat]))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** What a profile is worth to each seat. */
  static String worth(Game game, int[] profile) {
    return IntStream.range(0, game.seats())
        .mapToObj(seat -> number(game.payoff(seat, profile)))
        .collect(Collectors.joining(", "));
  }

  private static Table matrix(Game game) {
    List<String> head = new ArrayList<>();
    head.add("");
    head.addAll(game.actions(1));
    List<List<Table.Cell>> rows = new ArrayList<>();
    for (int row = 0; row < game.actions(0).size(); row++) {
      List<Table.Cell> cells = new ArrayList<>();
      cells.add(Table.Cell.words(game.actions(0).get(row)));
      for (int column = 0; column < game.actions(1).size(); column++) {
        cells.add(Table.Cell.number(worth(game, new int[] {row, column})));
      }
      rows.add(cells);
    }
    return new Table("Payoffs", "", head, rows);
  }

  private static Table list(Game game) {
    List<String> head = new ArrayList<>();
    IntStream.rangeClosed(1, game.seats()).forEach(seat -> head.add("player " + seat));
    head.add("payoffs");
    return new Table(
        "Payoffs",
        "",
        head,
        game.profiles().stream()
            .map(
                profile -> {
                  List<Table.Cell> cells = new ArrayList<>();
                  for (int seat = 0; seat < profile.length; seat++) {
                    cells.add(Table.Cell.words(game.actions(seat).get(profile[seat])));
                  }
                  cells.add(Table.Cell.number(worth(game, profile)));
                  return cells;
                })
            .toList());
  }
}
