package org.ethogram.lab.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ModelScale;

/** The rows of {@code subject} and {@code loss}. */
final class SubjectRows {
  private SubjectRows() {}

  /** Makes these the subjects of the present plan, in this order. */
  static void replacePresent(Connection connection, List<Subject> subjects) throws SQLException {
    try (PreparedStatement clear =
            connection.prepareStatement("UPDATE subject SET position = NULL");
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO subject VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (hash) DO UPDATE SET label = excluded.label, family = excluded.family,
                  size = excluded.size, reference = excluded.reference,
                  architecture = excluded.architecture, parameters = excluded.parameters,
                  training_tokens = excluded.training_tokens,
                  training_steps = excluded.training_steps,
                  feedback_steps = excluded.feedback_steps, position = excluded.position\
                """)) {
      clear.executeUpdate();
      for (int position = 0; position < subjects.size(); position++) {
        write(subjects.get(position), position, insert);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void write(Subject subject, int position, PreparedStatement row)
      throws SQLException {
    ModelIdentity identity = subject.identity();
    ModelScale scale = identity.scale();
    row.setString(1, subject.hash());
    row.setString(2, subject.label());
    row.setString(3, subject.family());
    row.setString(4, subject.size());
    row.setBoolean(5, subject.reference());
    row.setString(6, identity.name());
    row.setString(7, identity.revision());
    row.setString(8, identity.architecture());
    row.setString(9, identity.weightsHash());
    row.setString(10, identity.tokenizerHash());
    set(row, 11, scale.parameters());
    set(row, 12, scale.trainingTokens());
    set(row, 13, scale.trainingSteps());
    set(row, 14, scale.feedbackSteps());
    row.setInt(15, position);
  }

  private static void set(PreparedStatement row, int column, OptionalLong value)
      throws SQLException {
    if (value.isPresent()) {
      row.setLong(column, value.getAsLong());
    } else {
      row.setNull(column, Types.INTEGER);
    }
  }

  static List<Subject> present(Connection connection) throws SQLException {
    List<Subject> subjects = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT * FROM subject WHERE position IS NOT NULL ORDER BY position");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        subjects.add(read(row));
      }
    }
    return subjects;
  }

  private static Subject read(ResultSet row) throws SQLException {
    var scale =
        new ModelScale(
            optional(row, "parameters"),
            optional(row, "training_tokens"),
            optional(row, "training_steps"),
            optional(row, "feedback_steps"));
    var identity =
        new ModelIdentity(
            row.getString("name"),
            row.getString("revision"),
            row.getString("architecture"),
            row.getString("weights_hash"),
            row.getString("tokenizer_hash"),
            scale);
    return new Subject(
        row.getString("label"),
        row.getString("family"),
        row.getString("size"),
        row.getBoolean("reference"),
        identity);
  }

  private static OptionalLong optional(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  static void keepLoss(Connection connection, SubjectLoss loss) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT OR REPLACE INTO loss
            SELECT hash, ?, ?, ? FROM subject WHERE label = ? AND position IS NOT NULL\
            """)) {
      insert.setString(1, loss.loss());
      insert.setDouble(2, loss.nats());
      set(insert, 3, loss.tokens());
      insert.setString(4, loss.subject());
      if (insert.executeUpdate() != 1) {
        throw new IllegalArgumentException("no subject of the plan is called " + loss.subject());
      }
    }
  }

  static List<SubjectLoss> losses(Connection connection) throws SQLException {
    List<SubjectLoss> losses = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT subject.label AS label, loss, nats, tokens
                FROM loss JOIN subject ON subject.hash = loss.subject
                WHERE position IS NOT NULL ORDER BY position, loss\
                """);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        losses.add(
            new SubjectLoss(
                row.getString("label"),
                row.getString("loss"),
                row.getDouble("nats"),
                optional(row, "tokens")));
      }
    }
    return losses;
  }
}
