package org.ethogram.report.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.ethogram.report.figure.Axis.Notation;
import org.ethogram.report.figure.Axis.Scale;
import tools.jackson.databind.json.JsonMapper;

/**
 * Renders a figure as a Vega-Lite specification (version 5) with its data inside: pan, zoom,
 * tooltips, and a legend that picks out a series.
 */
public final class VegaLiteFigure {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double WIDTH = 760;
  private static final double GAP = 70;

  /** Between the outermost points and the frame, in pixels. */
  private static final int PADDING = 14;

  private VegaLiteFigure() {}

  public static String render(Figure figure) {
    int columns = Math.min(figure.columns(), Math.max(1, figure.panels().size()));
    double width = (WIDTH - GAP * (columns - 1)) / columns;
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", "https://vega.github.io/schema/vega-lite/v5.json");
    root.put("description", figure.title() + " " + figure.caption());
    root.put("background", Tone.SURFACE.light());
    root.put(
        "config",
        Map.of(
            "view", Map.of("stroke", Tone.GRID.light()),
            "axis", Map.of("gridColor", Tone.GRID.light(), "labelColor", Tone.MUTED.light()),
            "font", "system-ui, sans-serif"));
    List<Map<String, Object>> panels = new ArrayList<>();
    for (int index = 0; index < figure.panels().size(); index++) {
      panels.add(panel(figure.panels().get(index), index, width, columns == 1 ? 300 : 190));
    }
    root.put("columns", columns);
    root.put("concat", panels);
    return JSON.writeValueAsString(root);
  }

  private static Map<String, Object> panel(Panel panel, int index, double width, double height) {
    Map<String, Object> view = new LinkedHashMap<>();
    Map<String, Object> title = new LinkedHashMap<>();
    title.put("text", panel.title());
    title.put("subtitle", panel.note());
    title.put("anchor", "start");
    view.put("title", title);
    view.put("width", width);
    view.put("height", height);
    view.put("data", Map.of("values", rows(panel)));
    view.put(
        "encoding", Map.of("x", position("x", panel.x(), panel, Point::x), "color", colour(panel)));
    List<Map<String, Object>> layers = new ArrayList<>();
    layers.add(layer("fit", Map.of("type", "area", "opacity", 0.18), ends(panel), false));
    layers.add(layer("fit", Map.of("type", "line", "strokeWidth", 2), line(panel), false));
    layers.add(layer("observed", Map.of("type", "rule", "opacity", 0.55), ends(panel), false));
    layers.add(layer("joined", Map.of("type", "line", "opacity", 0.55), line(panel), false));
    Map<String, Object> points =
        layer(
            "observed",
            Map.of("type", "point", "filled", true, "size", 46, "stroke", Tone.SURFACE.light()),
            line(panel),
            true);
    points.put("params", params(index));
    layers.add(points);
    layers.add(
        layer(
            "reference", Map.of("type", "rule", "strokeDash", List.of(5, 4)), rule(panel), false));
    view.put("layer", layers);
    return view;
  }

  private static List<Map<String, Object>> params(int index) {
    return List.of(
        Map.of("name", "zoom" + index, "select", "interval", "bind", "scales"),
        Map.of(
            "name",
            "picked" + index,
            "select",
            Map.of("type", "point", "fields", List.of("series")),
            "bind",
            "legend"));
  }

  private static Map<String, Object> layer(
      String kind, Map<String, Object> mark, Map<String, Object> encoding, boolean tooltip) {
    Map<String, Object> layer = new LinkedHashMap<>();
    layer.put("transform", List.of(Map.of("filter", "datum.kind === '" + kind + "'")));
    Map<String, Object> marked = new LinkedHashMap<>(mark);
    marked.put("clip", true);
    layer.put("mark", marked);
    Map<String, Object> encoded = new LinkedHashMap<>(encoding);
    if (tooltip) {
      encoded.put(
          "tooltip",
          List.of(
              Map.of("field", "series"),
              Map.of("field", "x"),
              Map.of("field", "y"),
              Map.of("field", "low"),
              Map.of("field", "high"),
              Map.of("field", "n")));
    }
    layer.put("encoding", encoded);
    return layer;
  }

  private static Map<String, Object> line(Panel panel) {
    return new LinkedHashMap<>(
        Map.of(
            "y", position("y", panel.y(), panel, Point::y),
            "detail", Map.of("field", "series")));
  }

  private static Map<String, Object> ends(Panel panel) {
    return new LinkedHashMap<>(
        Map.of(
            "y", position("low", panel.y(), panel, Point::y),
            "y2", Map.of("field", "high"),
            "detail", Map.of("field", "series")));
  }

  /** A level across the whole panel. */
  private static Map<String, Object> rule(Panel panel) {
    Map<String, Object> encoding = new LinkedHashMap<>();
    encoding.put("x", Map.of("value", 0));
    encoding.put("x2", Map.of("value", "width"));
    encoding.put("y", position("y", panel.y(), panel, Point::y));
    return encoding;
  }

  private static Map<String, Object> position(
      String field, Axis axis, Panel panel, ToDoubleFunction<Point> place) {
    Map<String, Object> encoding = new LinkedHashMap<>();
    encoding.put("field", field);
    encoding.put("type", "quantitative");
    encoding.put("title", axis.label());
    Map<String, Object> scale = new LinkedHashMap<>();
    scale.put("nice", false);
    if (axis.domain().isEmpty()) {
      scale.put("padding", PADDING);
    }
    if (axis.scale() == Scale.LINEAR) {
      scale.put("zero", false);
    }
    if (axis.scale() == Scale.LOGARITHMIC) {
      double[] places = panel.drawn().mapToDouble(place).toArray();
      double least = Arrays.stream(places).filter(x -> x > 0).min().orElse(1);
      boolean zero = Arrays.stream(places).anyMatch(x -> x <= 0);
      scale.put("type", zero ? "symlog" : "log");
      if (zero) {
        scale.put("constant", least);
      }
    }
    axis.domain().ifPresent(domain -> scale.put("domain", List.of(domain.low(), domain.high())));
    encoding.put("scale", scale);
    encoding.put("axis", Map.of("format", format(axis.notation())));
    return encoding;
  }

  private static String format(Notation notation) {
    return switch (notation) {
      case PERCENT -> ".0%";
      case COUNT -> "~s";
      case DECIMAL -> "~g";
    };
  }

  private static Map<String, Object> colour(Panel panel) {
    Map<String, String> tones = new LinkedHashMap<>();
    panel.series().forEach(series -> tones.putIfAbsent(series.name(), series.tone().light()));
    panel.references().forEach(line -> tones.putIfAbsent(line.label(), line.tone().light()));
    Map<String, Object> colour = new LinkedHashMap<>();
    colour.put("field", "series");
    colour.put("type", "nominal");
    colour.put("title", "");
    colour.put(
        "scale",
        Map.of("domain", List.copyOf(tones.keySet()), "range", List.copyOf(tones.values())));
    List<String> labelled = new ArrayList<>();
    panel.series().stream().filter(Series::labelled).forEach(one -> labelled.add(one.name()));
    panel.references().forEach(line -> labelled.add(line.label()));
    if (labelled.isEmpty()) {
      colour.put("legend", null);
    } else {
      colour.put("legend", Map.of("values", labelled, "orient", "bottom", "columns", 4));
    }
    return colour;
  }

  private static List<Map<String, Object>> rows(Panel panel) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Series series : panel.series()) {
      series.points().forEach(point -> rows.add(row(series.name(), "observed", point)));
      if (series.joined()) {
        series.points().forEach(point -> rows.add(row(series.name(), "joined", point)));
      }
      series.fit().forEach(point -> rows.add(row(series.name(), "fit", point)));
    }
    for (ReferenceLine line : panel.references()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("series", line.label());
      row.put("kind", "reference");
      row.put("y", line.y());
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, Object> row(String series, String kind, Point point) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("series", series);
    row.put("kind", kind);
    row.put("x", point.x());
    row.put("y", point.y());
    point.low().ifPresent(low -> row.put("low", low));
    point.high().ifPresent(high -> row.put("high", high));
    point.n().ifPresent(n -> row.put("n", n));
    return row;
  }
}
