package org.ethogram.report.figure;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Renders a drawing as a PNG picture, from its SVG on paper. */
public final class PngFigure {
  private static final double PIXELS_PER_UNIT = 2;

  /** Small multiples of many training runs hold thousands of marks; the usual limit is 2000. */
  private static final DocumentLimits LIMITS =
      new DocumentLimits(
          DocumentLimits.DEFAULT_MAX_NESTING_DEPTH,
          DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH,
          1_000_000);

  private PngFigure() {}

  /** The picture, or empty on a machine whose Java has no fonts to write with. */
  public static Optional<byte[]> render(Drawing drawing) {
    String svg = drawing.svg(Ink.PAPER);
    SVGDocument document =
        new SVGLoader()
            .load(
                new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                URI.create("figure.svg"),
                LoaderContext.builder().documentLimits(LIMITS).build());
    if (document == null) {
      throw new IllegalStateException("not a document: " + drawing.name());
    }
    try {
      return Optional.of(rasterise(document));
    } catch (InternalError | NoClassDefFoundError | UnsatisfiedLinkError e) {
      // The JDK reports an absent font configuration or font library by these errors.
      return Optional.empty();
    }
  }

  private static byte[] rasterise(SVGDocument document) {
    int width = (int) Math.ceil(document.size().width * PIXELS_PER_UNIT);
    int height = (int) Math.ceil(document.size().height * PIXELS_PER_UNIT);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    document.render((Component) null, graphics, new ViewBox(width, height));
    graphics.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }
}
