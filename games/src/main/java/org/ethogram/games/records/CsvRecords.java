package org.ethogram.games.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
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

  /** The columns by name, and the cells of a line. */
  private record Row(int number, Map<String, String> cells) {
    String cell(String name) {
      return cells.getOrDefault(name, "");
    }
  }

  MatchRecords read(List<String> lines) {
    Map<String, List<Row>> matches = new LinkedHashMap<>();
    List<String> head = List.of();
    for (int index = 0; index < lines.size(); index++) {
      if (!lines.get(index).isBlank()) {
        List<String> cells = cells(lines.get(index), index + 1);
        if (head.isEmpty()) {
          head = head(cells, index + 1);
        } else {
          Row row = row(head, cells, index + 1);
          matches.computeIfAbsent(row.cell("match"), _ -> new ArrayList<>()).add(row);
        }
      }
    }
    return new MatchRecords(
        matches.entrySet().stream().map(match -> match(match.getKey(), match.getValue())).toList(),
        0);
  }

  private List<String> head(List<String> cells, int line) {
    List<String> head =
        cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT).replaceAll("[ _-]", "")).toList();
    for (String needed : List.of("match", "round", "action1")) {
      if (!head.contains(needed)) {
        throw invalid(
            line,
            "no column '" + needed + "' among " + String.join(", ", cells),
            "Begin with a line such as match,round,action1,action2");
      }
    }
    if (head.stream().distinct().count() < head.size()) {
      throw invalid(line, "two columns of one name", "Give every column a name of its own");
    }
    return head;
  }

  private Row row(List<String> head, List<String> cells, int line) {
    if (cells.size() != head.size()) {
      throw invalid(
          line,
          cells.size() + " cells under " + head.size() + " columns",
          "Give every row one cell a column");
    }
    Map<String, String> named = new LinkedHashMap<>();
    for (int column = 0; column < cells.size(); column++) {
      named.put(head.get(column), cells.get(column));
    }
    return new Row(line, named);
  }

  private PlayedMatch match(String name, List<Row> rows) {
    Row first = rows.getFirst();
    Game game = games.game(first.cell("game"), place(first.number()));
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
            .map(seat -> first.cells().getOrDefault("player" + seat, "player-" + seat))
            .toList();
    List<int[]> profiles = new ArrayList<>();
    for (int round = 1; round <= rows.size(); round++) {
      Row row = rows.get(round - 1);
      requireRound(row, name, round);
      requireSame(first, row, seats);
      List<List<String>> moves =
          seats.stream().map(seat -> List.of(row.cell("action" + seat))).toList();
      profiles.add(new Moves(game, place(row.number())).history(moves).profile(1));
    }
    return new PlayedMatch(name, game, players, History.of(game.seats(), profiles));
  }

  private void requireRound(Row row, String name, int round) {
    if (!row.cell("round").equals(Integer.toString(round))) {
      throw invalid(
          row.number(),
          "round '"
              + row.cell("round")
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
      if (!row.cell(column).equals(first.cell(column))) {
        throw invalid(
            row.number(),
            column + " '" + row.cell(column) + "' in a match of '" + first.cell(column) + "'",
            "Give another match another name");
      }
    }
  }

  /** The cells of a line (RFC 4180, without line breaks inside quotes). */
  private List<String> cells(String line, int number) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < line.length(); at++) {
      char character = line.charAt(at);
      if (character == '"') {
        if (quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
          cell.append('"');
          at++;
        } else {
          quoted = !quoted;
        }
      } else if (character == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(character);
      }
    }
    if (quoted) {
      throw invalid(number, "a quote that is not closed", "Close it on the same line");
    }
    cells.add(cell.toString().strip());
    return cells;
  }

  private String place(int line) {
    return file + ":" + line;
  }

  private EthogramException invalid(int line, String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, place(line), problem, remedy);
  }
}
