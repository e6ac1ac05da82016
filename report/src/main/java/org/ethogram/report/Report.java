package org.ethogram.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.lab.store.EpisodeStore;
import org.ethogram.report.figure.CsvFigure;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.figure.Ink;
import org.ethogram.report.figure.PngFigure;
import org.ethogram.report.figure.SvgFigure;
import org.ethogram.report.findings.Findings;
import org.ethogram.report.page.ChartAssets;
import org.ethogram.report.page.Page;
import org.ethogram.report.plots.Plots;
import org.ethogram.report.tables.DataTables;

/**
 * One folder that opens offline: {@code index.html}, {@code figures/*.svg|png}, {@code data/*.csv}
 * and {@code summary.json}.
 */
public final class Report {
  private final Path folder;
  private final List<Path> files = new ArrayList<>();

  /**
   * What was written.
   *
   * @param index the page to open
   * @param files all of them, the page last
   * @param findings the numbers on the page, for the command line
   */
  public record Written(Path index, List<Path> files, Findings findings) {
    public Written {
      files = List.copyOf(files);
    }
  }

  private Report(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes the report of the present plan; an earlier report in the folder is overwritten.
   *
   * @throws EthogramException FILE_ACCESS when the folder cannot be written
   */
  public static Written write(EpisodeStore store, Path folder, Progress progress) {
    Findings findings = findings(store, progress);
    return write(findings, folder, progress);
  }

  /** As {@link #write(EpisodeStore, Path, Progress)}, from findings that are there already. */
  public static Written write(Findings findings, Path folder, Progress progress) {
    try {
      return new Report(folder).write(findings, progress);
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          folder.toString(),
          "the report cannot be written: " + e.getMessage(),
          "Choose a folder that can be written to with --out",
          e);
    }
  }

  private static Findings findings(EpisodeStore store, Progress progress) {
    try (Progress.Task task = progress.begin("fit laws", 1, "studies")) {
      Findings findings = Findings.of(store, store.description().seed().derive("report"));
      task.report(1, Map.of());
      return findings;
    }
  }

  private Written write(Findings findings, Progress progress) throws IOException {
    Plots plots = Plots.of(findings);
    Set<String> pictures = new TreeSet<>();
    List<Figure> figures = plots.all();
    try (Progress.Task task = progress.begin("draw figures", figures.size(), "figures")) {
      int done = 0;
      for (Figure figure : figures) {
        text("figures/" + figure.name() + ".svg", SvgFigure.render(figure, Ink.PAPER));
        text("data/" + figure.name() + ".csv", CsvFigure.render(figure));
        Optional<byte[]> picture = PngFigure.render(figure);
        if (picture.isPresent()) {
          bytes("figures/" + figure.name() + ".png", picture.get());
          pictures.add(figure.name());
        }
        task.report(++done, Map.of());
      }
    }
    SequencedMap<String, String> tables = DataTables.of(findings);
    for (Map.Entry<String, String> table : tables.entrySet()) {
      text("data/" + table.getKey(), table.getValue());
    }
    for (Map.Entry<String, byte[]> asset : ChartAssets.files().entrySet()) {
      bytes("assets/" + asset.getKey(), asset.getValue());
    }
    text("summary.json", Summary.json(findings));
    Path index =
        text(
            "index.html", new Page(findings, plots, pictures, List.copyOf(tables.keySet())).html());
    return new Written(index, files, findings);
  }

  private Path text(String name, String text) throws IOException {
    return bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path bytes(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.write(file, bytes);
    files.add(file);
    return file;
  }
}
