package org.ethogram.games.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.files.CsvTable;
import org.ethogram.games.files.CsvTable.Cell;
import org.ethogram.games.play.History;

/**
 * Matches as a table with one row a round: {@code match,round,action1,action2}, and as many columns
 * as the game has players. Columns {@code player1,player2} name the players, {@code game} the game;
 * other columns are not looked at. The rows of a match need not stand together.
 */
final class CsvRecords {
  private final String file;
  private final GameNames games;

  CsvRecords(String file, Optional<Game> game) {
    this.file = file;
    this.games = new GameNames(game);
  }

  /** The cells of a line by their columns. */
  private record Row(int number, Map<String, Cell> cells) {
    String text(String column) {
      return cells.containsKey(column) ? cells.get(column).text() : "";
    }
  }

  MatchRecords read(List<String> lines) {
    CsvTable table = CsvTable.of(file, lines);
    Map<String, List<Row>> matches = new LinkedHashMap<>();
    if (!table.rows().isEmpty()) {
      List<String> head = head(table.head());
      for (List<Cell> cells : table.body()) {
        Row row = row(head, cells);
        matches.computeIfAbsent(row.text("match"), _ -> new ArrayList<>()).add(row);
      }
    }
    return new MatchRecords(
        matches.entrySet().stream().map(match -> match(match.getKey(), match.getValue())).toList(),
        0);
  }

  private List<String> head(List<Cell> cells) {
    int line = cells.getFirst().line();
    List<String> head =
        cells.stream()
            .map(cell -> cell.text().toLowerCase(Locale.ROOT).replaceAll("[ _-]", ""))
            .toList();
    for (String needed : List.of("match", "round", "action1")) {
      if (!head.contains(needed)) {
        throw invalid(
            line,
            "no column '"
                + needed
                + "' among "
                + cells.stream().map(Cell::text).collect(Collectors.joining(", ")),
            "Begin with a line such as match,round,action1,action2");
      }
    }
    if (head.stream().distinct().count() < head.size()) {
      throw invalid(line, "two columns of one name", "Give every column a name of its own");
    }
    return head;
  }

  private Row row(List<String> head, List<Cell> cells) {
    int line = cells.getFirst().line();
    if (cells.size() != head.size()) {
      throw invalid(
          line,
          cells.size() + " cells under " + head.size() + " columns",
          "Give every row one cell a column");
    }
    Map<String, Cell> named = new LinkedHashMap<>();
    for (int column = 0; column < cells.size(); column++) {
      named.put(head.get(column), cells.get(column));
    }
    return new Row(line, named);
  }

  private PlayedMatch match(String name, List<Row> rows) {
    Row first = rows.getFirst();
    Game game = games.game(first.text("game"), place(first.number()));
    List<Integer> seats = IntStream.rangeClosed(1, game.seats()).boxed().toList();
    if (!first.cells().containsKey("action" + game.seats())
        || first.cells().containsKey("action" + (game.seats() + 1))) {
      throw invalid(
          1,
          "the columns are not action1 to action"
              + game.seats()
              + ", as '"
              + game.name()
              + "' asks",
          "Give one column of actions a player");
    }
    List<String> players =
        seats.stream()
            .map(
                seat ->
                    first.cells().containsKey("player" + seat)
                        ? first.text("player" + seat)
                        : "player-" + seat)
            .toList();
    List<int[]> profiles = new ArrayList<>();
    for (int round = 1; round <= rows.size(); round++) {
      Row row = rows.get(round - 1);
      requireRound(row, name, round);
      requireSame(first, row, seats);
      profiles.add(seats.stream().mapToInt(seat -> action(game, row, seat)).toArray());
    }
    return new PlayedMatch(name, game, players, History.of(game.seats(), profiles));
  }

  private static int action(Game game, Row row, int seat) {
    Cell cell = Objects.requireNonNull(row.cells().get("action" + seat));
    return new Moves(game, cell.place()).action(seat - 1, cell.text());
  }

  private void requireRound(Row row, String name, int round) {
    if (!row.text("round").equals(Integer.toString(round))) {
      throw invalid(
          row.number(),
          "round '"
              + row.text("round")
              + "' where round "
              + round
              + " of match '"
              + name
              + "' comes",
          "Give the rounds of a match as 1, 2, 3, in their order");
    }
  }

  private void requireSame(Row first, Row row, List<Integer> seats) {
    List<String> columns = new ArrayList<>(List.of("game"));
    seats.forEach(seat -> columns.add("player" + seat));
    for (String column : columns) {
      if (!row.text(column).equals(first.text(column))) {
        throw invalid(
            row.number(),
            column + " '" + row.text(column) + "' in a match of '" + first.text(column) + "'",
            "Give another match another name");
      }
    }
  }

  private String place(int line) {
    return file + ":" + line;
  }

  private EthogramException invalid(int line, String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, place(line), problem, remedy);
  }
}
