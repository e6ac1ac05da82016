package org.ethogram.games.formats;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * Comma-separated values (RFC 4180) whose cells know where they stand. Empty lines are left out; a
 * quoted cell ends on the line on which it began.
 */
record CsvTable(String file, List<List<Cell>> rows) {
  CsvTable {
    rows = List.copyOf(rows);
  }

  /**
   * @param line from 1
   * @param column of its first character, from 1
   */
  record Cell(String file, String text, int line, int column) {
    EthogramException invalid(String problem, String remedy) {
      return new EthogramException(
          ErrorCode.INVALID_DATA, file + ":" + line + ":" + column, problem, remedy);
    }

    double number(String what) {
      try {
        double number = Double.parseDouble(text);
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Told below, as a number that is not finite is.
      }
      throw invalid(
          text.isEmpty() ? "the " + what + " is missing" : "'" + text + "' is no " + what,
          "Give a finite number");
    }

    double error(String what) {
      double error = number(what);
      if (error < 0) {
        throw invalid("a " + what + " of " + text, "Give a number of at least 0");
      }
      return error;
    }
  }

  static CsvTable read(Path path) {
    String file = path.toString();
    try {
      List<List<Cell>> rows = new ArrayList<>();
      List<String> lines = Files.readAllLines(path);
      for (int line = 0; line < lines.size(); line++) {
        if (!lines.get(line).isBlank()) {
          rows.add(cells(file, lines.get(line), line + 1));
        }
      }
      if (rows.size() < 2) {
        throw new EthogramException(
            ErrorCode.INVALID_DATA, file, "no payoffs", "Give a header and a row for each type");
      }
      return new CsvTable(file, rows);
    } catch (MalformedInputException e) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA, file, "the file is no UTF-8 text", "Save it as UTF-8", e);
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS, file, "the file cannot be read", "Check its name and rights", e);
    }
  }

  private static List<Cell> cells(String file, String line, int number) {
    List<Cell> cells = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean quoted = false;
    int start = 0;
    for (int at = 0; at <= line.length(); at++) {
      char character = at < line.length() ? line.charAt(at) : ',';
      if (character == '"') {
        boolean doubled = quoted && at + 1 < line.length() && line.charAt(at + 1) == '"';
        text.append(doubled ? "\"" : "");
        at += doubled ? 1 : 0;
        quoted = doubled == quoted;
      } else if (character == ',' && (!quoted || at == line.length())) {
        Cell cell = new Cell(file, text.toString().strip(), number, start + 1);
        if (quoted) {
          throw cell.invalid("a quote that is not closed", "Close it");
        }
        cells.add(cell);
        text.setLength(0);
        start = at + 1;
      } else if (character != '\uFEFF') {
        text.append(character);
      }
    }
    return cells;
  }

  List<Cell> head() {
    return rows.getFirst();
  }

  List<List<Cell>> body() {
    return rows.subList(1, rows.size());
  }

  /** The column of one of these names; -1 for none. */
  int column(String... names) {
    for (int column = 0; column < head().size(); column++) {
      for (String name : names) {
        if (head().get(column).text().equalsIgnoreCase(name)) {
          return column;
        }
      }
    }
    return -1;
  }

  /** The cell of a row in this column. */
  static Cell cell(List<Cell> row, int column, String what) {
    if (column >= row.size()) {
      Cell last = row.getLast();
      throw last.invalid("the row ends before its " + what, "Give as many cells as the header");
    }
    return row.get(column);
  }
}
