package org.ethogram.games.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.games.Game;
import org.ethogram.games.files.CsvTable;
import org.ethogram.games.files.CsvTable.Cell;
import org.ethogram.games.populations.PayoffMatrix;
import org.ethogram.games.populations.PopulationGame;
import org.ethogram.games.populations.RolePayoffs;

/**
 * Payoffs of populations as comma-separated values, in one of three forms that the header tells
 * apart.
 *
 * <ul>
 *   <li>A square: the header names the types after its first cell, and each row begins with a type,
 *       followed by what it earns from each. Standard errors stand in another such file.
 *   <li>A row for each pair of types: {@code type,against,payoff} and perhaps {@code error}; the
 *       columns {@code player,opponent,payoff,payoff_standard_error} of a tournament are read too.
 *   <li>A row for each pair of types of two populations: {@code
 *       first,second,first_payoff,second_payoff} and perhaps {@code first_error,second_error}.
 * </ul>
 */
public final class PayoffCsv {
  private PayoffCsv() {}

  /**
   * @param errors the standard errors of a square, as another square
   * @throws EthogramException {@code INVALID_DATA} with file, line and column where a payoff is
   *     missing, twice there or no finite number; {@code FILE_ACCESS} when a file cannot be read
   */
  public static PopulationGame read(Path file, Optional<Path> errors) {
    CsvTable table = table(file);
    boolean pairs = table.column("type", "player") >= 0 && table.column("payoff") >= 0;
    boolean roles = table.column("first_payoff") >= 0;
    if ((pairs || roles) && errors.isPresent()) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          errors.get().toString(),
          "errors beside a file that has its own column for them",
          "Leave one out");
    }
    if (roles) {
      return roles(table);
    }
    if (pairs) {
      return pairs(table);
    }
    List<String> types = types(table);
    double[][] means = square(table, types, false);
    return errors
        .map(path -> new PayoffMatrix(types, means, square(table(path), types, true)))
        .orElseGet(() -> PayoffMatrix.exact(types, means));
  }

  private static CsvTable table(Path file) {
    CsvTable table = CsvTable.read(file);
    if (table.rows().size() < 2) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          table.file(),
          "no payoffs",
          "Give a header and a row for each type");
    }
    return table;
  }

  private static List<String> types(CsvTable table) {
    List<String> types = new ArrayList<>();
    for (Cell cell : table.head().subList(1, table.head().size())) {
      if (cell.text().isEmpty() || types.contains(cell.text())) {
        throw cell.invalid(
            cell.text().isEmpty() ? "a type without a name" : "type '" + cell.text() + "' again",
            "Name each type once");
      }
      types.add(cell.text());
    }
    return types;
  }

  private static double[][] square(CsvTable table, List<String> types, boolean errors) {
    double[][] numbers = new double[types.size()][];
    if (!types(table).equals(types)) {
      throw table
          .head()
          .getFirst()
          .invalid("other types than the payoffs have", "Name the types in the same order");
    }
    for (List<Cell> row : table.body()) {
      int type = known(row.getFirst(), types);
      if (numbers[type] != null) {
        throw row.getFirst().invalid("type '" + types.get(type) + "' again", "Give one row a type");
      }
      if (row.size() > types.size() + 1) {
        throw row.get(types.size() + 1)
            .invalid("more cells than the header has", "Leave this one out");
      }
      numbers[type] = new double[types.size()];
      for (int from = 0; from < types.size(); from++) {
        Cell cell = CsvTable.cell(row, from + 1, "payoff from '" + types.get(from) + "'");
        numbers[type][from] = errors ? cell.error("standard error") : cell.number("payoff");
      }
    }
    for (int type = 0; type < numbers.length; type++) {
      if (numbers[type] == null) {
        throw missing(table, "no row for type '" + types.get(type) + "'");
      }
    }
    return numbers;
  }

  private static PayoffMatrix pairs(CsvTable table) {
    int typeColumn = required(table, "type", "player");
    int againstColumn = required(table, "against", "opponent");
    int payoffColumn = required(table, "payoff");
    int errorColumn = table.column("error", "payoff_standard_error");
    List<String> types =
        table.body().stream()
            .flatMap(
                row ->
                    Stream.of(
                        CsvTable.cell(row, typeColumn, "type").text(),
                        CsvTable.cell(row, againstColumn, "opponent").text()))
            .distinct()
            .toList();
    double[][] means = new double[types.size()][types.size()];
    double[][] errors = new double[types.size()][types.size()];
    boolean[][] seen = new boolean[types.size()][types.size()];
    for (List<Cell> row : table.body()) {
      int type = types.indexOf(row.get(typeColumn).text());
      int from = types.indexOf(row.get(againstColumn).text());
      if (seen[type][from]) {
        throw row.get(typeColumn)
            .invalid(
                "'" + types.get(type) + "' against '" + types.get(from) + "' again",
                "Give one row a pair");
      }
      seen[type][from] = true;
      means[type][from] = CsvTable.cell(row, payoffColumn, "payoff").number("payoff");
      errors[type][from] = error(row, errorColumn);
    }
    for (int type = 0; type < types.size(); type++) {
      for (int from = 0; from < types.size(); from++) {
        if (!seen[type][from]) {
          throw missing(
              table, "no payoff of '" + types.get(type) + "' against '" + types.get(from) + "'");
        }
      }
    }
    return new PayoffMatrix(types, means, errors);
  }

  private static RolePayoffs roles(CsvTable table) {
    int first = required(table, "first");
    int second = required(table, "second");
    int[] payoffColumns = {required(table, "first_payoff"), required(table, "second_payoff")};
    int[] errorColumns = {table.column("first_error"), table.column("second_error")};
    List<String> rows = names(table, first);
    List<String> columns = names(table, second);
    double[][] means = new double[2][rows.size() * columns.size()];
    double[][] errors = new double[2][rows.size() * columns.size()];
    Map<Integer, Cell> seen = new HashMap<>();
    for (List<Cell> row : table.body()) {
      int profile =
          rows.indexOf(row.get(first).text()) * columns.size()
              + columns.indexOf(row.get(second).text());
      if (seen.put(profile, row.getFirst()) != null) {
        throw row.getFirst().invalid("the same pair again", "Give one row a pair");
      }
      for (int seat = 0; seat < 2; seat++) {
        means[seat][profile] = CsvTable.cell(row, payoffColumns[seat], "payoff").number("payoff");
        errors[seat][profile] = error(row, errorColumns[seat]);
      }
    }
    if (seen.size() < rows.size() * columns.size()) {
      throw missing(
          table, seen.size() + " pairs of " + rows.size() + " and " + columns.size() + " types");
    }
    return new RolePayoffs(Game.of(table.file(), List.of(rows, columns), means), errors);
  }

  private static List<String> names(CsvTable table, int column) {
    return table.body().stream()
        .map(row -> CsvTable.cell(row, column, "type").text())
        .distinct()
        .toList();
  }

  private static double error(List<Cell> row, int column) {
    return column < 0 || column >= row.size() || row.get(column).text().isEmpty()
        ? 0
        : row.get(column).error("standard error");
  }

  private static int required(CsvTable table, String... names) {
    int column = table.column(names);
    if (column < 0) {
      throw table.head().getFirst().invalid("no column '" + names[0] + "'", "Add it to the header");
    }
    return column;
  }

  private static int known(Cell cell, List<String> types) {
    int type = types.indexOf(cell.text());
    if (type < 0) {
      throw cell.invalid(
          "type '" + cell.text() + "' is not in the header", Suggestion.remedy(cell.text(), types));
    }
    return type;
  }

  private static EthogramException missing(CsvTable table, String problem) {
    Cell last = table.rows().getLast().getFirst();
    return new EthogramException(
        ErrorCode.INVALID_DATA,
        table.file() + ":" + (last.line() + 1) + ":1",
        problem,
        "Give one finite number for each pair of types");
  }
}
