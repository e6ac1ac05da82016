package org.ethogram.games.records;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.files.TextFile;

/**
 * The matches of a file.
 *
 * @param failed lines that say that their match could not be played; they are left out
 */
public record MatchRecords(List<PlayedMatch> matches, int failed) {
  public MatchRecords {
    matches = List.copyOf(matches);
  }

  /**
   * Reads a file: one row a round where its name ends in .csv, else one JSON object a line.
   *
   * @param requests the lines that a file of answers answers, line by line, for what the answers do
   *     not say themselves; empty where there are none
   * @param game of lines that name none
   * @throws EthogramException {@code INVALID_DATA} with file and line, {@code FILE_ACCESS} for a
   *     file that cannot be read
   */
  public static MatchRecords read(Path file, Optional<Path> requests, Optional<Game> game) {
    boolean table = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    if (table && requests.isPresent()) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          file.toString(),
          "a table of rounds answers no requests",
          "Give the requests of a file of JSON lines only");
    }
    List<String> lines = lines(file);
    MatchRecords records =
        table
            ? new CsvRecords(file.toString(), game).read(lines)
            : new JsonRecords(file.toString(), game).read(lines, requests.map(MatchRecords::lines));
    if (records.matches().isEmpty()) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          file.toString(),
          records.failed() > 0 ? "every line is an error" : "no match",
          "Give a file with at least one match that was played");
    }
    return records;
  }

  private static List<String> lines(Path file) {
    return TextFile.lines(file.toString());
  }
}
