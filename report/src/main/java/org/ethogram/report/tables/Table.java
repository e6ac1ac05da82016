package org.ethogram.report.tables;

import java.util.List;
import java.util.Locale;

/**
 * Rows under a head.
 *
 * @param title what the rows are
 * @param note how to read them, or empty
 */
public record Table(String title, String note, List<String> head, List<List<Cell>> rows) {
  public Table {
    head = List.copyOf(head);
    rows = rows.stream().map(List::copyOf).toList();
    int columns = head.size();
    if (rows.stream().anyMatch(row -> row.size() != columns)) {
      throw new IllegalArgumentException("a row of '" + title + "' has not " + columns + " cells");
    }
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The same rows with some of the columns, named by their heads. */
  public Table only(List<String> heads) {
    List<Integer> kept = heads.stream().map(head::indexOf).filter(at -> at >= 0).toList();
    return new Table(
        title,
        note,
        kept.stream().map(head::get).toList(),
        rows.stream().map(row -> kept.stream().map(row::get).toList()).toList());
  }

  /**
   * @param text the value
   * @param interval of the value, or empty
   * @param detail what else stands behind it, such as numerator and denominator; may be empty
   * @param style how a page may set it
   */
  public record Cell(String text, String interval, String detail, Style style) {
    public static Cell words(String text) {
      return words(text, "");
    }

    public static Cell words(String text, String detail) {
      return new Cell(text, "", detail, Style.WORDS);
    }

    public static Cell number(String text) {
      return number(text, "", "");
    }

    public static Cell number(String text, String interval, String detail) {
      return new Cell(text, interval, detail, Style.NUMBER);
    }

    public static Cell code(String text) {
      return new Cell(text, "", "", Style.CODE);
    }
  }

  /** How a cell is set. */
  public enum Style {
    WORDS,
    NUMBER,
    CODE,
    UP,
    DOWN,
    BEND,
    LEVEL,
    UNKNOWN;

    /** The name in a style sheet. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
