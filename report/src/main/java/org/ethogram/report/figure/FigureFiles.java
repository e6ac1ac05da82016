package org.ethogram.report.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** A figure as files in a folder: {@code NAME.svg}, {@code NAME.png} and {@code NAME.csv}. */
public final class FigureFiles {
  private FigureFiles() {}

  /**
   * @return what was written; no PNG on a machine whose Java has no fonts
   * @throws EthogramException {@code FILE_ACCESS} when the folder cannot be written
   */
  public static List<Path> write(Path folder, Figure figure) {
    return write(
        folder,
        figure.name(),
        SvgFigure.render(figure, Ink.PAPER),
        PngFigure.render(figure),
        CsvFigure.render(figure));
  }

  /** As {@link #write(Path, Figure)}. */
  public static List<Path> write(Path folder, HeatMap map) {
    return write(
        folder,
        map.name(),
        SvgHeatMap.render(map, Ink.PAPER),
        PngFigure.render(map),
        CsvFigure.render(map));
  }

  /** As {@link #write(Path, Figure)}. */
  public static List<Path> write(Path folder, Mosaic mosaic) {
    return write(
        folder,
        mosaic.name(),
        SvgMosaic.render(mosaic, Ink.PAPER),
        PngFigure.render(mosaic),
        CsvFigure.render(mosaic));
  }

  /** As {@link #write(Path, Figure)}. */
  public static List<Path> write(Path folder, StackedShares shares) {
    return write(
        folder,
        shares.name(),
        SvgStackedShares.render(shares, Ink.PAPER),
        PngFigure.render(shares),
        CsvFigure.render(shares));
  }

  private static List<Path> write(
      Path folder, String name, String svg, Optional<byte[]> png, String csv) {
    List<Path> written = new ArrayList<>();
    written.add(write(folder, name + ".svg", svg.getBytes(StandardCharsets.UTF_8)));
    png.ifPresent(picture -> written.add(write(folder, name + ".png", picture)));
    written.add(write(folder, name + ".csv", csv.getBytes(StandardCharsets.UTF_8)));
    return written;
  }

  private static Path write(Path folder, String name, byte[] bytes) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          file.toString(),
          "the file cannot be written",
          "Choose a folder that can be written to with --out",
          e);
    }
    return file;
  }
}
