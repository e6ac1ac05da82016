package org.ethogram.lab.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.evaluations.CaseResult;
import org.ethogram.evaluations.EvaluationCase;
import org.ethogram.evaluations.Measurement;
import org.ethogram.evaluations.Outcome;

/** The rows of {@code episode}, {@code measurement} and {@code transcript}. */
final class EpisodeRows {
  private static final String KEY =
      "subject = ? AND evaluation = ? AND settings = ? AND evaluation_case = ? AND repeat = ?";

  private EpisodeRows() {}

  static void add(Connection connection, Episode episode, byte[] transcript) throws SQLException {
    Optional<Long> earlier = find(connection, episode.key());
    if (earlier.isPresent()) {
      delete(connection, earlier.get());
    }
    long id = addEpisode(connection, episode);
    addMeasurements(connection, id, episode.result().measurements());
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO transcript VALUES (?, ?)")) {
      insert.setLong(1, id);
      insert.setBytes(2, transcript);
      insert.executeUpdate();
    }
  }

  private static long addEpisode(Connection connection, Episode episode) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO episode (subject, evaluation, settings, evaluation_case, repeat, run,
              factors, seed, outcome, note, started, nanoseconds)
            VALUES (?, ?, ?, ?, ?, (SELECT max(id) FROM run), ?, ?, ?, ?, ?, ?) RETURNING id\
            """)) {
      bind(insert, episode.key());
      insert.setString(6, JsonText.of(episode.evaluationCase().factors()));
      insert.setLong(7, episode.seed().value());
      insert.setString(8, episode.result().outcome().name());
      insert.setString(9, episode.result().note());
      insert.setString(10, episode.started().toString());
      insert.setLong(11, episode.duration().toNanos());
      try (ResultSet row = insert.executeQuery()) {
        return row.getLong(1);
      }
    }
  }

  private static void addMeasurements(Connection connection, long id, List<Measurement> measured)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO measurement VALUES (?, ?, ?, ?, ?, ?)")) {
      for (int position = 0; position < measured.size(); position++) {
        Measurement measurement = measured.get(position);
        insert.setLong(1, id);
        insert.setInt(2, position);
        insert.setString(3, measurement.measure());
        insert.setString(4, JsonText.of(measurement.conditions()));
        insert.setDouble(5, measurement.ratio().numerator());
        insert.setDouble(6, measurement.ratio().denominator());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static Optional<Long> find(Connection connection, EpisodeKey key) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT id FROM episode WHERE " + KEY)) {
      bind(select, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    }
  }

  private static void delete(Connection connection, long id) throws SQLException {
    for (String command :
        List.of(
            "DELETE FROM transcript WHERE episode = ?",
            "DELETE FROM measurement WHERE episode = ?",
            "DELETE FROM episode WHERE id = ?")) {
      try (PreparedStatement delete = connection.prepareStatement(command)) {
        delete.setLong(1, id);
        delete.executeUpdate();
      }
    }
  }

  static Set<EpisodeKey> completed(Connection connection) throws SQLException {
    Set<EpisodeKey> keys = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT * FROM episode WHERE outcome <> ?")) {
      select.setString(1, Outcome.ERRORED.name());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          keys.add(key(row));
        }
      }
    }
    return keys;
  }

  /** The episode of a row of {@code present_episode}. */
  static Episode read(Connection connection, ResultSet row, Map<String, Subject> subjects)
      throws SQLException {
    EpisodeKey key = key(row);
    Subject subject = subjects.get(key.subject());
    if (subject == null) {
      throw new SQLException("an episode has no subject: " + key);
    }
    var result =
        new CaseResult(
            Outcome.valueOf(row.getString("outcome")),
            measurements(connection, row.getLong("id")),
            row.getString("note"));
    return new Episode(
        key,
        subject,
        new EvaluationCase(JsonText.levels(row.getString("factors"))),
        new Seed(row.getLong("seed")),
        result,
        Instant.parse(row.getString("started")),
        Duration.ofNanos(row.getLong("nanoseconds")));
  }

  private static List<Measurement> measurements(Connection connection, long id)
      throws SQLException {
    List<Measurement> measured = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT * FROM measurement WHERE episode = ? ORDER BY position")) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          measured.add(
              new Measurement(
                  row.getString("measure"),
                  JsonText.levels(row.getString("conditions")),
                  new Ratio(row.getDouble("numerator"), row.getDouble("denominator"))));
        }
      }
    }
    return measured;
  }

  static Optional<byte[]> transcript(Connection connection, EpisodeKey key) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT lines FROM transcript JOIN episode ON episode.id = transcript.episode WHERE "
                + KEY)) {
      bind(select, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    }
  }

  private static void bind(PreparedStatement statement, EpisodeKey key) throws SQLException {
    statement.setString(1, key.subject());
    statement.setString(2, key.evaluation());
    statement.setString(3, key.settings());
    statement.setString(4, key.evaluationCase());
    statement.setInt(5, key.repeat());
  }

  private static EpisodeKey key(ResultSet row) throws SQLException {
    return new EpisodeKey(
        row.getString("subject"),
        row.getString("evaluation"),
        row.getString("settings"),
        row.getString("evaluation_case"),
        row.getInt("repeat"));
  }
}
