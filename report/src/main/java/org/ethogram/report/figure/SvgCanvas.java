package org.ethogram.report.figure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ethogram.report.markup.Markup;

/** The few shapes that figures are made of, written as SVG. */
final class SvgCanvas {
  /** Where a text stands relative to its x. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  private static final String FONTS =
      "'Inter','Helvetica Neue',Helvetica,Arial,'Liberation Sans','DejaVu Sans',sans-serif";

  private static final double MARGIN = 10;

  private final StringBuilder shapes = new StringBuilder();
  private final Ink ink;

  SvgCanvas(Ink ink) {
    this.ink = ink;
  }

  void line(double x1, double y1, double x2, double y2, Tone tone, double width, String dashes) {
    shape("<path d=\"M%s %sL%s %s\" ", x1, y1, x2, y2);
    stroke(tone, width, dashes);
  }

  /** A line through pixels (x, y). */
  void polyline(List<double[]> pixels, Tone tone, double width, double opacity) {
    if (pixels.size() < 2) {
      return;
    }
    shapes.append("<path d=\"").append(path(pixels)).append("\" ");
    shapes.append("stroke-opacity=\"").append(number(opacity)).append("\" ");
    stroke(tone, width, "");
  }

  /** A filled area whose outline runs through pixels (x, y). */
  void area(List<double[]> pixels, Tone tone, double opacity) {
    if (pixels.size() < 3) {
      return;
    }
    shapes
        .append("<path d=\"")
        .append(path(pixels))
        .append("Z\" fill=\"")
        .append(ink.colour(tone))
        .append("\" fill-opacity=\"")
        .append(number(opacity))
        .append("\"/>\n");
  }

  /** A point's marker with a thin halo in the colour of the surface. */
  void marker(Series.Marker marker, double x, double y, double radius, Tone tone) {
    double r = radius;
    switch (marker) {
      case CIRCLE -> {
        shape("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" ", x, y, r);
        filled(tone);
      }
      case RING -> {
        shape("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" ", x, y, r * 0.9);
        shapes.append("fill=\"").append(ink.colour(Tone.SURFACE)).append("\" ");
        shapes.append("stroke=\"").append(ink.colour(tone)).append("\" stroke-width=\"1.8\"/>\n");
      }
      case SQUARE -> {
        double side = 1.8 * r;
        shape("<rect x=\"%s\" y=\"%s\" width=\"%s\" ", x - side / 2, y - side / 2, side);
        shape("height=\"%s\" ", side);
        filled(tone);
      }
      case TRIANGLE -> {
        double half = 1.15 * r;
        shape("<path d=\"M%s %sL%s %sL", x, y - half, x + half, y + 0.85 * half);
        shape("%s %sZ\" ", x - half, y + 0.85 * half);
        filled(tone);
      }
      case DIAMOND -> {
        double half = 1.25 * r;
        shape("<path d=\"M%s %sL%s %s", x, y - half, x + half, y);
        shape("L%s %sL%s %sZ\" ", x, y + half, x - half, y);
        filled(tone);
      }
      case CROSS -> {
        double half = 0.85 * r;
        shape("<path d=\"M%s %sL%s %s", x - half, y - half, x + half, y + half);
        shape("M%s %sL%s %s\" ", x - half, y + half, x + half, y - half);
        stroke(tone, 2, "");
      }
    }
  }

  /** A rectangle of a fixed colour, such as {@code #2c728e}, without a halo. */
  void rectangle(double x, double y, double width, double height, String colour) {
    shape("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" ", x, y, width, height);
    shapes.append("shape-rendering=\"crispEdges\" fill=\"").append(colour).append("\"/>\n");
  }

  void rectangle(double x, double y, double width, double height, Tone tone) {
    rectangle(x, y, width, height, ink.colour(tone));
  }

  /** A text in a fixed colour, for a ground that is fixed too. */
  void text(double x, double y, String text, Anchor anchor, double size, String colour) {
    if (text.isEmpty()) {
      return;
    }
    shape("<text x=\"%s\" y=\"%s\" font-size=\"%s\" ", x, y, size);
    shapes.append("text-anchor=\"").append(anchor.name().toLowerCase(Locale.ROOT)).append("\" ");
    shapes.append("fill=\"").append(colour).append("\">");
    shapes.append(Markup.escape(text)).append("</text>\n");
  }

  /**
   * A text that runs aslant or upwards.
   *
   * @param degrees clockwise
   */
  void turnedText(
      double x, double y, String text, Anchor anchor, double size, Tone tone, double degrees) {
    shape("<g transform=\"rotate(%s %s %s)\">\n", degrees, x, y);
    text(x, y, text, anchor, size, tone, false);
    shapes.append("</g>\n");
  }

  void text(double x, double y, String text, Anchor anchor, double size, Tone tone, boolean bold) {
    shape("<text x=\"%s\" y=\"%s\" font-size=\"%s\" ", x, y, size);
    shapes.append("text-anchor=\"").append(anchor.name().toLowerCase(Locale.ROOT)).append("\" ");
    if (bold) {
      shapes.append("font-weight=\"600\" ");
    }
    shapes.append("fill=\"").append(ink.colour(tone)).append("\">");
    shapes.append(Markup.escape(text)).append("</text>\n");
  }

  /** How wide a text is about to be; fonts differ, so leave a margin. */
  static double width(String text, double size) {
    return text.codePoints().mapToDouble(c -> "iljt.,:;' |()[]".indexOf(c) < 0 ? 0.58 : 0.33).sum()
        * size;
  }

  /** The whole document; the title and the description are for readers who cannot see it. */
  String document(double width, double height, String title, String description) {
    double[] box = {-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN};
    String viewBox =
        DoubleStream.of(box).mapToObj(SvgCanvas::number).collect(Collectors.joining(" "));
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="%s" role="img" \
    font-family="%s" font-size="12">
    <title>%s</title>
    <desc>%s</desc>
    %s%s</svg>
    """
        .formatted(
            number(box[2]),
            number(box[3]),
            viewBox,
            FONTS,
            Markup.escape(title),
            Markup.escape(description),
            ink == Ink.PAPER ? background(box) : "",
            shapes);
  }

  private String background(double[] box) {
    return "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>\n"
        .formatted(
            number(box[0]),
            number(box[1]),
            number(box[2]),
            number(box[3]),
            ink.colour(Tone.SURFACE));
  }

  private void filled(Tone tone) {
    shapes.append("fill=\"").append(ink.colour(tone)).append("\" ");
    shapes.append("stroke=\"").append(ink.colour(Tone.SURFACE)).append("\"/>\n");
  }

  private void stroke(Tone tone, double width, String dashes) {
    shapes.append("fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\" stroke=\"");
    shapes.append(ink.colour(tone)).append("\" stroke-width=\"").append(number(width));
    if (!dashes.isEmpty()) {
      shapes.append("\" stroke-dasharray=\"").append(dashes);
    }
    shapes.append("\"/>\n");
  }

  private void shape(String form, double... numbers) {
    Object[] written =
        IntStream.range(0, numbers.length).mapToObj(i -> number(numbers[i])).toArray();
    shapes.append(form.formatted(written));
  }

  private static String path(List<double[]> pixels) {
    return pixels.stream()
        .map(pixel -> number(pixel[0]) + " " + number(pixel[1]))
        .collect(Collectors.joining("L", "M", ""));
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    return text.equals("-0") ? "0" : text;
  }
}
