package org.ethogram.games.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * Comma-separated values (RFC 4180) whose cells know where they stand. Empty lines are left out; a
 * quoted cell ends on the line on which it began.
 */
public record CsvTable(String file, List<List<Cell>> rows) {
  public CsvTable {
    rows = List.copyOf(rows);
  }

  /**
   * @param line from 1
   * @param column of its first character, from 1
   */
  public record Cell(String file, String text, int line, int column) {
    /** File, line and column. */
    public String place() {
      return file + ":" + line + ":" + column;
    }

    public EthogramException invalid(String problem, String remedy) {
      return new EthogramException(ErrorCode.INVALID_DATA, place(), problem, remedy);
    }

    /** A finite number; {@code what} it is, for messages. */
    public double number(String what) {
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

    /** A number of at least 0. */
    public double error(String what) {
      double error = number(what);
      if (error < 0) {
        throw invalid("a " + what + " of " + text, "Give a number of at least 0");
      }
      return error;
    }
  }

  /**
   * @throws EthogramException {@code FILE_ACCESS} when the file cannot be read, {@code
   *     INVALID_DATA} with its place where a quote is not closed
   */
  public static CsvTable read(Path path) {
    return of(path.toString(), TextFile.lines(path.toString()));
  }

  /**
   * @param file as messages name it
   */
  public static CsvTable of(String file, List<String> lines) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      if (!lines.get(line).isBlank()) {
        rows.add(cells(file, lines.get(line), line + 1));
      }
    }
    return new CsvTable(file, rows);
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
      } else {
        text.append(character);
      }
    }
    return cells;
  }

  /** The first row. */
  public List<Cell> head() {
    return rows.getFirst();
  }

  /** The rows below the first. */
  public List<List<Cell>> body() {
    return rows.subList(1, rows.size());
  }

  /** The column of one of these names; -1 for none. */
  public int column(String... names) {
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
  public static Cell cell(List<Cell> row, int column, String what) {
    if (column >= row.size()) {
      Cell last = row.getLast();
      throw last.invalid("the row ends before its " + what, "Give as many cells as the header");
    }
    return row.get(column);
  }
}
