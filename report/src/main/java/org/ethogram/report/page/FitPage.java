package org.ethogram.report.page;

import java.util.List;
import java.util.Set;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.figure.Ink;
import org.ethogram.report.figure.SvgFigure;
import org.ethogram.report.tables.Table;

/**
 * One page of figures and tables, for what was fitted to a table.
 *
 * @param pictures names of the figures that have a PNG beside their SVG
 * @param command that makes the page again
 */
public record FitPage(
    String title,
    List<String> paragraphs,
    List<Figure> figures,
    Set<String> pictures,
    List<Table> tables,
    String command) {
  public FitPage {
    paragraphs = List.copyOf(paragraphs);
    figures = List.copyOf(figures);
    pictures = Set.copyOf(pictures);
    tables = List.copyOf(tables);
  }

  /** The whole document. */
  public String html() {
    return Templates.render("fit.jte", this);
  }

  public String style() {
    return StyleSheet.text();
  }

  public String script() {
    return ChartAssets.script();
  }

  public String draw(Figure figure) {
    return SvgFigure.render(figure, Ink.PAGE);
  }

  public String chart(Figure figure) {
    return ChartAssets.specification(figure);
  }

  public boolean hasPicture(Figure figure) {
    return pictures.contains(figure.name());
  }
}
