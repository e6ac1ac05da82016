package org.ethogram.report.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** A drawing as files in a folder: {@code NAME.svg}, {@code NAME.png} and {@code NAME.csv}. */
public final class FigureFiles {
  private FigureFiles() {}

  /**
   * @return what was written; no PNG on a machine whose Java has no fonts
   * @throws EthogramException {@code FILE_ACCESS} when the folder cannot be written
   */
  public static List<Path> write(Path folder, Drawing drawing) {
    String name = drawing.name();
    List<Path> written = new ArrayList<>();
    written.add(
        write(folder, name + ".svg", drawing.svg(Ink.PAPER).getBytes(StandardCharsets.UTF_8)));
    PngFigure.render(drawing)
        .ifPresent(picture -> written.add(write(folder, name + ".png", picture)));
    written.add(write(folder, name + ".csv", drawing.csv().getBytes(StandardCharsets.UTF_8)));
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
