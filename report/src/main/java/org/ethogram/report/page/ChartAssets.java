package org.ethogram.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.figure.VegaLiteFigure;

/**
 * What the page's interactive charts run on: Vega, Vega-Lite and Vega-Embed, out of their webjars,
 * so that a page opens offline; and the script that draws a chart when its reader asks for it.
 */
public final class ChartAssets {
  private static final String WEBJARS = "/META-INF/resources/webjars/";

  /** The file's name in the folder {@code assets}, and where it stands in its webjar. */
  private static final Map<String, String> FILES =
      Map.of(
          "vega.min.js", "vega/5.32.0/vega.min.js",
          "vega-lite.min.js", "vega-lite/5.23.0/vega-lite.min.js",
          "vega-embed.min.js", "vega-embed/6.29.0/vega-embed.min.js");

  private ChartAssets() {}

  /** The files that stand beside a page, by name. */
  public static SequencedMap<String, byte[]> files() {
    SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    FILES.forEach((name, webjar) -> files.put(name, resource(WEBJARS + webjar)));
    return files;
  }

  /** A figure's specification of an interactive chart, safe inside a script element. */
  static String specification(Figure figure) {
    return VegaLiteFigure.render(figure).replace("</", "<\\/");
  }

  static String script() {
    return new String(resource("explore.js"), StandardCharsets.UTF_8);
  }

  private static byte[] resource(String name) {
    try (InputStream file = ChartAssets.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
