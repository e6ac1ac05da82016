package org.ethogram.report.text;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.report.figure.Mosaic;

/** Grids of kinds for a terminal: shades for a few kinds, letters for more. */
public final class TextMosaic {
  private static final String SHADES = "█░▓▒";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private TextMosaic() {}

  /** The grids one below the other, and what their signs mean. */
  public static List<String> lines(Mosaic mosaic) {
    List<String> lines = new ArrayList<>();
    for (Mosaic.Grid grid : mosaic.grids()) {
      lines.add(grid.title());
      for (List<Integer> row : grid.rows()) {
        StringBuilder line = new StringBuilder();
        row.forEach(kind -> line.append(sign(mosaic, kind).repeat(2)));
        lines.add(line.toString());
      }
    }
    StringBuilder legend = new StringBuilder();
    for (int kind = 0; kind < mosaic.kinds().size(); kind++) {
      legend.append(kind == 0 ? "" : "  ").append(sign(mosaic, kind).repeat(2));
      legend.append(' ').append(mosaic.kinds().get(kind).name());
    }
    lines.add(legend.toString());
    return lines;
  }

  private static String sign(Mosaic mosaic, int kind) {
    String signs = mosaic.kinds().size() <= SHADES.length() ? SHADES : LETTERS;
    return String.valueOf(kind < signs.length() ? signs.charAt(kind) : '?');
  }
}
