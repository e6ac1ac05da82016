package org.ethogram.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ethogram.report.figure.ColourScale;
import org.ethogram.report.figure.HeatMap;

/** A heat map in five shades, for a terminal. */
public final class TextHeatMap {
  private static final String SHADES = " ░▒▓█";
  private static final char MISSING = '·';
  private static final int LONGEST_LABEL = 30;
  private static final int WIDEST = 100;

  private final HeatMap map;
  private final int cellWidth;
  private final int labelWidth;

  private TextHeatMap(HeatMap map) {
    this.map = map;
    this.cellWidth = map.columns().labels().size() * 2 <= WIDEST ? 2 : 1;
    this.labelWidth =
        map.rows().labels().stream().mapToInt(label -> cut(label).length()).max().orElse(0);
  }

  public static List<String> lines(HeatMap map) {
    TextHeatMap text = new TextHeatMap(map);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < map.cells().size(); row++) {
      lines.add(text.row(row));
    }
    if (!map.columns().named()) {
      lines.add(text.axis());
    }
    lines.add(text.legend());
    return lines;
  }

  private String row(int row) {
    String label = cut(map.rows().labels().get(row));
    StringBuilder line = new StringBuilder(" ".repeat(labelWidth - label.length()));
    line.append(label).append(" |");
    for (HeatMap.Cell cell : map.cells().get(row)) {
      char shade =
          cell.value().isEmpty() ? MISSING : SHADES.charAt(step(cell.value().getAsDouble()));
      line.append(String.valueOf(shade).repeat(cellWidth));
    }
    return line.append('|').toString();
  }

  /** The first and the last column, and what the columns are. */
  private String axis() {
    List<String> labels = map.columns().labels();
    int room = labels.size() * cellWidth - labels.getFirst().length() - labels.getLast().length();
    String name = map.columns().label();
    int left = Math.max(1, (room - name.length()) / 2);
    int right = Math.max(1, room - name.length() - left);
    return " ".repeat(labelWidth + 2)
        + labels.getFirst()
        + " ".repeat(left)
        + name
        + " ".repeat(right)
        + labels.getLast();
  }

  private String legend() {
    ColourScale scale = map.scale();
    double step = (scale.high() - scale.low()) / SHADES.length();
    StringBuilder legend = new StringBuilder(map.label()).append(':');
    for (int shade = 0; shade < SHADES.length(); shade++) {
      legend.append("  [").append(String.valueOf(SHADES.charAt(shade)).repeat(2)).append("] ");
      legend.append(written(scale.low() + shade * step));
      legend.append(" to ").append(written(scale.low() + (shade + 1) * step));
    }
    return legend.toString();
  }

  private int step(double value) {
    ColourScale scale = map.scale();
    double share = (value - scale.low()) / (scale.high() - scale.low());
    return (int) Math.clamp(Math.floor(share * SHADES.length()), 0.0, SHADES.length() - 1.0);
  }

  private static String written(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String cut(String label) {
    return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
  }
}
