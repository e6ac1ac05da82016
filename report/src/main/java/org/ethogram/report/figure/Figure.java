package org.ethogram.report.figure;

import java.util.List;

/**
 * One or more panels that are read together.
 *
 * @param name lower case with hyphens; the stem of the figure's files
 * @param title the question that the figure answers
 * @param caption how to read it: what a point is, what the bars and lines are, n
 * @param columns panels side by side, at least 1
 */
public record Figure(String name, String title, String caption, int columns, List<Panel> panels)
    implements Drawing {
  public Figure {
    panels = List.copyOf(panels);
    if (columns < 1 || !name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not a figure: " + name + ", columns " + columns);
    }
  }

  public static Figure of(String name, String title, String caption, Panel panel) {
    return new Figure(name, title, caption, 1, List.of(panel));
  }

  /** True when no panel holds a point, so that there is nothing to see. */
  public boolean isEmpty() {
    return panels.stream().allMatch(panel -> panel.observed().findAny().isEmpty());
  }

  @Override
  public String svg(Ink ink) {
    return SvgFigure.render(this, ink);
  }

  @Override
  public String csv() {
    return CsvFigure.render(this);
  }
}
