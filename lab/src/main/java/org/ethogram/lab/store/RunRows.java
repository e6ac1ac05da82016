package org.ethogram.lab.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethogram.core.Provenance;
import org.ethogram.core.Seed;

/** The rows that say what was run: {@code run}, {@code planned_case} and {@code warning}. */
final class RunRows {
  private static final String LAST = " FROM run ORDER BY id DESC LIMIT 1";

  private RunRows() {}

  static void add(Connection connection, RunDescription run, int repeats) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO run (study, question, study_text, laws, command, seed, repeats, code, java,
              operating_system, device, libraries, started)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)) {
      insert.setString(1, run.studyName());
      insert.setString(2, run.question());
      insert.setString(3, run.studyText());
      insert.setString(4, JsonText.of(run.laws()));
      insert.setString(5, run.command());
      insert.setLong(6, run.seed().value());
      insert.setInt(7, repeats);
      insert.setString(8, run.provenance().code());
      insert.setString(9, run.provenance().java());
      insert.setString(10, run.provenance().operatingSystem());
      insert.setString(11, run.provenance().device());
      insert.setString(12, JsonText.of(run.provenance().libraries()));
      insert.setString(13, run.started().toString());
      insert.executeUpdate();
    }
  }

  /** The last run, if the study was ever run into this store. */
  static Optional<RunDescription> last(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT *" + LAST);
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      var provenance =
          new Provenance(
              row.getString("code"),
              row.getString("java"),
              row.getString("operating_system"),
              row.getString("device"),
              JsonText.levels(row.getString("libraries")));
      return Optional.of(
          new RunDescription(
              row.getString("study"),
              row.getString("question"),
              row.getString("study_text"),
              JsonText.words(row.getString("laws")),
              row.getString("command"),
              new Seed(row.getLong("seed")),
              provenance,
              warnings(connection),
              Instant.parse(row.getString("started"))));
    }
  }

  static void replaceCases(Connection connection, List<StudyGrid.GridCase> cases)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("DELETE FROM planned_case");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO planned_case VALUES (?, ?, ?)")) {
      delete.executeUpdate();
      for (StudyGrid.GridCase planned : cases) {
        insert.setString(1, planned.evaluation());
        insert.setString(2, planned.settings());
        insert.setString(3, planned.evaluationCase());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  static long planned(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT (SELECT count(*) FROM subject WHERE position IS NOT NULL)
                  * (SELECT count(*) FROM planned_case)
                  * coalesce((SELECT repeats FROM run ORDER BY id DESC LIMIT 1), 0)\
                """);
        ResultSet row = select.executeQuery()) {
      return row.getLong(1);
    }
  }

  static void warn(Connection connection, String warning) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR IGNORE INTO warning VALUES (?)")) {
      insert.setString(1, warning);
      insert.executeUpdate();
    }
  }

  static void clearWarnings(Connection connection) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("DELETE FROM warning")) {
      delete.executeUpdate();
    }
  }

  private static List<String> warnings(Connection connection) throws SQLException {
    List<String> warnings = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement("SELECT text FROM warning ORDER BY rowid");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        warnings.add(row.getString(1));
      }
    }
    return warnings;
  }
}
