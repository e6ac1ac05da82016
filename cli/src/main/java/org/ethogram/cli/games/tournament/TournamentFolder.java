package org.ethogram.cli.games.tournament;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.tournament.Encounter;
import org.ethogram.games.tournament.Standings;
import org.ethogram.report.figure.Csv;
import org.ethogram.report.figure.FigureFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The files of a tournament. */
record TournamentFolder(Path folder) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * Writes all files, over those of an earlier tournament.
   *
   * @param options what would play the same tournament again
   */
  void write(Entrants entrants, Standings standings, Rows rows, Map<String, Object> options) {
    try {
      Files.createDirectories(folder);
      table("ranking.csv", rows.players());
      table("pairs.csv", rows.pairs());
      table("repetitions.csv", rows.repetitions());
      matrix("payoffs.csv", entrants, standings, encounter -> encounter.payoff().value());
      matrix(
          "payoff-errors.csv",
          entrants,
          standings,
          encounter -> value(encounter.payoff().standardError()));
      matrix(
          "cooperation.csv",
          entrants,
          standings,
          encounter -> value(encounter.outcomes().cooperation().value()));
      FigureFiles.write(folder, PayoffPicture.of(entrants, standings));
      Files.writeString(file("tournament.json"), JSON.writeValueAsString(options) + '\n');
    } catch (IOException e) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          folder.toString(),
          "the files of the tournament cannot be written",
          "Check the folder and its rights",
          e);
    }
  }

  private void table(String name, Stream<Map<String, @Nullable Object>> rows) throws IOException {
    StringBuilder text = new StringBuilder();
    rows.forEach(
        row -> {
          if (text.isEmpty()) {
            text.append(Csv.row(List.copyOf(row.keySet())));
          }
          text.append(
              Csv.row(row.values().stream().map(value -> Objects.toString(value, "")).toList()));
        });
    Files.writeString(file(name), text);
  }

  /** A row for each player, a column for each opponent; empty where they did not meet. */
  private void matrix(
      String name,
      Entrants entrants,
      Standings standings,
      Function<Encounter, @Nullable Double> value)
      throws IOException {
    List<String> head = new ArrayList<>(List.of("player"));
    head.addAll(entrants.names());
    StringBuilder text = new StringBuilder(Csv.row(head));
    for (int player = 0; player < entrants.names().size(); player++) {
      List<String> row = new ArrayList<>(List.of(entrants.names().get(player)));
      for (int opponent = 0; opponent < entrants.names().size(); opponent++) {
        Double entry = standings.encounter(player, opponent).map(value).orElse(null);
        row.add(entry == null ? "" : entry.toString());
      }
      text.append(Csv.row(row));
    }
    Files.writeString(file(name), text);
  }

  private static @Nullable Double value(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
