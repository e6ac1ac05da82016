package org.ethogram.cli.games.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.report.figure.Csv;

/** The figures as {@code analysis.csv} in a folder. */
final class AnalysisFolder {
  private static final List<String> COLUMNS =
      List.of(
          "figure",
          "player",
          "name",
          "value",
          "standard_error",
          "low",
          "high",
          "level",
          "numerator",
          "denominator",
          "tremble",
          "probability_per_decision",
          "n",
          "method");

  private AnalysisFolder() {}

  static void write(Path folder, List<AnalysisFigure> figures) {
    StringBuilder text = new StringBuilder(Csv.row(COLUMNS));
    for (AnalysisFigure figure : figures) {
      Map<String, Object> fields = figure.fields();
      text.append(
          Csv.row(
              COLUMNS.stream().map(column -> fields.getOrDefault(column, "").toString()).toList()));
    }
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("analysis.csv"), text);
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          folder.toString(),
          "the folder cannot be written",
          "Choose another one",
          e);
    }
  }
}
