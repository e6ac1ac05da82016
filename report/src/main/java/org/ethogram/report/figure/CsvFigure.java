package org.ethogram.report.figure;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Writes the numbers of a figure as comma-separated values (RFC 4180).
 *
 * <p>One row a point: {@code panel, series, kind, x, y, low, high, n}, where x and y bear the names
 * of the axes' fields and the kind is {@code observed}, {@code fit} or {@code reference}. Numbers
 * are written in full; what is not there is left empty.
 */
public final class CsvFigure {
  private final StringBuilder rows = new StringBuilder();

  private CsvFigure() {}

  public static String render(Figure figure) {
    CsvFigure csv = new CsvFigure();
    String fields =
        figure.panels().stream()
            .findFirst()
            .map(panel -> panel.x().field() + "," + panel.y().field())
            .orElse("x,y");
    csv.rows.append("panel,series,kind,").append(fields).append(",low,high,n\n");
    figure.panels().forEach(csv::panel);
    return csv.rows.toString();
  }

  /** One row a cell: row, column and value under the names of their fields. */
  public static String render(HeatMap map) {
    StringBuilder rows =
        new StringBuilder(Csv.row(List.of(map.rows().field(), map.columns().field(), map.field())));
    for (int row = 0; row < map.cells().size(); row++) {
      for (int column = 0; column < map.cells().get(row).size(); column++) {
        rows.append(
            Csv.row(
                List.of(
                    map.rows().labels().get(row),
                    map.columns().labels().get(column),
                    written(map.cells().get(row).get(column).value()))));
      }
    }
    return rows.toString();
  }

  /** One row a cell: grid, row and column from 1, and kind. */
  public static String render(Mosaic mosaic) {
    StringBuilder rows = new StringBuilder(Csv.row(List.of("grid", "row", "column", "kind")));
    for (Mosaic.Grid grid : mosaic.grids()) {
      for (int row = 0; row < grid.rows().size(); row++) {
        for (int column = 0; column < grid.rows().get(row).size(); column++) {
          rows.append(
              Csv.row(
                  List.of(
                      grid.title(),
                      Integer.toString(row + 1),
                      Integer.toString(column + 1),
                      mosaic.kinds().get(grid.rows().get(row).get(column)).name())));
        }
      }
    }
    return rows.toString();
  }

  /** One row a band and place, under the name of the axis' field. */
  public static String render(StackedShares shares) {
    StringBuilder rows = new StringBuilder(Csv.row(List.of("kind", shares.x().field(), "share")));
    for (StackedShares.Band band : shares.bands()) {
      for (int place = 0; place < shares.places().size(); place++) {
        rows.append(
            Csv.row(
                List.of(
                    band.kind().name(),
                    Double.toString(shares.places().get(place)),
                    Double.toString(band.shares().get(place)))));
      }
    }
    return rows.toString();
  }

  private void panel(Panel panel) {
    for (Series series : panel.series()) {
      series.points().forEach(point -> row(panel, series.name(), "observed", point));
      series.fit().forEach(point -> row(panel, series.name(), "fit", point));
    }
    for (ReferenceLine line : panel.references()) {
      rows.append(Csv.cell(panel.title())).append(',').append(Csv.cell(line.label()));
      rows.append(",reference,,").append(line.y()).append(",,,\n");
    }
  }

  private void row(Panel panel, String series, String kind, Point point) {
    rows.append(Csv.cell(panel.title())).append(',').append(Csv.cell(series));
    rows.append(',').append(kind).append(',').append(point.x()).append(',').append(point.y());
    rows.append(',').append(written(point.low())).append(',').append(written(point.high()));
    rows.append(',').append(written(point.n())).append('\n');
  }

  private static String written(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : "";
  }

  private static String written(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : "";
  }
}
