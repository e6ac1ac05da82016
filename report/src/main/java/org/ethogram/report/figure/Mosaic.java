package org.ethogram.report.figure;

import java.util.List;
import java.util.Objects;

/**
 * Grids whose cells are of one kind or another, such as who stands where at several times.
 *
 * @param name lower case with hyphens; the stem of the figure's files
 * @param title drawn above it unless empty
 * @param caption how to read it
 * @param kinds named in a legend
 * @param columns grids side by side, at least 1
 */
public record Mosaic(
    String name, String title, String caption, List<Kind> kinds, int columns, List<Grid> grids)
    implements Drawing {
  public Mosaic {
    kinds = List.copyOf(kinds);
    grids = List.copyOf(grids);
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*") || columns < 1 || grids.isEmpty()) {
      throw new IllegalArgumentException("not a mosaic: " + name + ", columns " + columns);
    }
    for (Grid grid : grids) {
      for (List<Integer> row : grid.rows()) {
        for (int kind : row) {
          Objects.checkIndex(kind, kinds.size());
        }
      }
    }
  }

  /**
   * @param title short
   * @param rows from top to bottom the kinds of all cells, by their index
   */
  public record Grid(String title, List<List<Integer>> rows) {
    public Grid {
      rows = rows.stream().map(List::copyOf).toList();
      int width = rows.isEmpty() ? 0 : rows.getFirst().size();
      if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) {
        throw new IllegalArgumentException("not a grid: " + title);
      }
    }
  }

  @Override
  public String svg(Ink ink) {
    return SvgMosaic.render(this, ink);
  }

  @Override
  public String csv() {
    return CsvFigure.render(this);
  }
}
