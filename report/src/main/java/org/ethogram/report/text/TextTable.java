package org.ethogram.report.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ethogram.report.tables.Table;

/** A table in columns of even width; intervals stand below their values. */
public final class TextTable {
  private static final int WIDEST = 44;

  private TextTable() {}

  public static List<String> lines(Table table) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.head());
    for (List<Table.Cell> row : table.rows()) {
      rows.add(row.stream().map(cell -> cut(cell.text())).toList());
      List<String> details = row.stream().map(Table.Cell::interval).toList();
      if (details.stream().anyMatch(detail -> !detail.isEmpty())) {
        rows.add(details);
      }
    }
    int[] widths = new int[table.head().size()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      lines.add(line(row, widths));
    }
    lines.add(1, "-".repeat(Arrays.stream(widths).sum() + 2 * (widths.length - 1)));
    return lines;
  }

  /** Words in lines of at most this many characters; a longer word has a line of its own. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      line.append(column == 0 ? "" : "  ");
      line.append(cells.get(column));
      line.append(" ".repeat(widths[column] - cells.get(column).length()));
    }
    return line.toString().stripTrailing();
  }

  private static String cut(String text) {
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "\u2026";
  }
}
