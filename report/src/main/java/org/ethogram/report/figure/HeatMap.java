package org.ethogram.report.figure;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * A value for every row and column, seen as a colour.
 *
 * @param name lower case with hyphens; the stem of the figure's files
 * @param title the question that the figure answers; drawn above it unless empty
 * @param caption how to read it
 * @param field the values' column in the data beside the figure, such as {@code payoff}
 * @param label the values with their unit, for readers; drawn above the scale
 * @param rows from top to bottom
 * @param columns from left to right
 * @param cells a list for each row, one cell a column
 */
public record HeatMap(
    String name,
    String title,
    String caption,
    String field,
    String label,
    Side rows,
    Side columns,
    ColourScale scale,
    List<List<Cell>> cells)
    implements Drawing {
  public HeatMap {
    cells = cells.stream().map(List::copyOf).toList();
    int width = columns.labels().size();
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")
        || cells.isEmpty()
        || width == 0
        || cells.size() != rows.labels().size()
        || cells.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException("not a heat map: " + name + ", sizes do not fit");
    }
  }

  /**
   * What the rows are, or the columns.
   *
   * @param field the column's name in the data beside the figure, such as {@code opponent}
   * @param label for readers, or empty
   * @param labels one for each row or column
   * @param named whether every label is drawn, as those of strategies; else a few round ones are,
   *     as those of an axis
   */
  public record Side(String field, String label, List<String> labels, boolean named) {
    public Side {
      labels = List.copyOf(labels);
    }

    public static Side names(String field, String label, List<String> names) {
      return new Side(field, label, names, true);
    }

    /** Numbers in order, evenly apart. */
    public static Side numbers(String field, String label, double... values) {
      List<String> written =
          DoubleStream.of(values)
              .mapToObj(value -> Ticks.write(value, Axis.Notation.DECIMAL))
              .toList();
      return new Side(field, label, written, false);
    }
  }

  /**
   * What stands at a row and a column.
   *
   * @param value finite; empty where there is none
   * @param text written into the cell where it fits, or empty
   */
  public record Cell(OptionalDouble value, String text) {
    /** Where there is nothing. */
    public static final Cell MISSING = new Cell(OptionalDouble.empty(), "");

    public Cell {
      if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
        throw new IllegalArgumentException("not a value: " + value.getAsDouble());
      }
    }

    public static Cell of(double value) {
      return new Cell(OptionalDouble.of(value), "");
    }

    public static Cell of(double value, String text) {
      return new Cell(OptionalDouble.of(value), text);
    }
  }

  boolean hasMissing() {
    return cells.stream().flatMap(List::stream).anyMatch(cell -> cell.value().isEmpty());
  }

  @Override
  public String svg(Ink ink) {
    return SvgHeatMap.render(this, ink);
  }

  @Override
  public String csv() {
    return CsvFigure.render(this);
  }
}
