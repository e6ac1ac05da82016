package org.ethogram.lab.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;

/**
 * A table of cells as they were written; a cell without a value is empty.
 *
 * @param source the file, for messages
 * @param columns different names, in the order of the file
 */
public record Dataset(String source, List<String> columns, List<Row> rows) {
  /**
   * @throws EthogramException {@code INVALID_DATA} when two columns have one name or a row has
   *     another number of cells than there are columns
   */
  public Dataset {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    HashSet<String> names = new HashSet<>();
    for (String column : columns) {
      if (!names.add(column)) {
        throw invalid(source, "two columns are named '" + column + "'", "Rename one of them");
      }
    }
    for (Row row : rows) {
      if (row.cells().size() != columns.size()) {
        throw invalid(
            source + ":" + row.number(),
            row.cells().size() + " cells under " + columns.size() + " columns",
            "Give every row one cell a column");
      }
    }
  }

  /**
   * One row.
   *
   * @param number of its line in a text file, or of the row in a binary one, from 1
   */
  public record Row(long number, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * The index of a column.
   *
   * @throws EthogramException {@code INVALID_DATA} with the nearest name when there is none
   */
  public int column(String name) {
    int index = columns.indexOf(name);
    if (index < 0) {
      throw invalid(source, "no column '" + name + "'", Suggestion.remedy(name, columns));
    }
    return index;
  }

  /** Where a cell stands, such as {@code losses.csv:17, column loss}. */
  public String place(Row row, String column) {
    return source + ":" + row.number() + ", column " + column;
  }

  public Dataset where(Predicate<Row> kept) {
    return new Dataset(source, columns, rows.stream().filter(kept).toList());
  }

  /**
   * Every row beside the row of another table that has the same value in a shared column; a row
   * without a partner gets empty cells.
   *
   * @throws EthogramException {@code INVALID_DATA} when a value stands twice in the other table or
   *     another column is in both
   */
  public Dataset joined(Dataset other, String shared) {
    int here = column(shared);
    int there = other.column(shared);
    Map<String, Row> partners = new HashMap<>();
    for (Row row : other.rows) {
      Row before = partners.put(row.cells().get(there), row);
      if (before != null) {
        throw invalid(
            other.place(row, shared),
            "'" + row.cells().get(there) + "' stands there twice, also in row " + before.number(),
            "Keep one row for each value of " + shared);
      }
    }
    Map<String, Integer> added = new LinkedHashMap<>();
    for (int index = 0; index < other.columns.size(); index++) {
      if (index != there) {
        added.put(other.columns.get(index), index);
      }
    }
    List<String> all = new ArrayList<>(columns);
    all.addAll(added.keySet());
    return new Dataset(
        source,
        all,
        rows.stream()
            .map(
                row -> {
                  List<String> cells = new ArrayList<>(row.cells());
                  Row partner = partners.get(row.cells().get(here));
                  added
                      .values()
                      .forEach(
                          index -> cells.add(partner == null ? "" : partner.cells().get(index)));
                  return new Row(row.number(), cells);
                })
            .toList());
  }

  private static EthogramException invalid(String place, String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, place, problem, remedy);
  }
}
