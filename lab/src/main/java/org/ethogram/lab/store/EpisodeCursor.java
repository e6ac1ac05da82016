package org.ethogram.lab.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The episodes of the present plan, read one by one over a connection of its own. */
final class EpisodeCursor extends AbstractSpliterator<Episode> {
  private final Path file;
  private final Connection connection;
  private final ResultSet rows;
  private final Map<String, Subject> subjects;

  private EpisodeCursor(Path file, Connection connection) throws SQLException {
    super(Long.MAX_VALUE, ORDERED | NONNULL | DISTINCT);
    this.file = file;
    this.connection = connection;
    this.subjects =
        SubjectRows.present(connection).stream()
            .collect(Collectors.toMap(Subject::hash, Function.identity()));
    PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT * FROM present_episode
            ORDER BY subject, evaluation, settings, evaluation_case, repeat\
            """);
    this.rows = select.executeQuery();
  }

  static Stream<Episode> stream(Path file) {
    Connection connection = Database.read(file);
    EpisodeCursor cursor = Database.at(file, () -> new EpisodeCursor(file, connection));
    return StreamSupport.stream(cursor, false).onClose(cursor::close);
  }

  private void close() {
    Database.change(file, connection::close);
  }

  @Override
  public boolean tryAdvance(Consumer<? super Episode> action) {
    return Database.at(
        file,
        () -> {
          if (!rows.next()) {
            return false;
          }
          action.accept(EpisodeRows.read(connection, rows, subjects));
          return true;
        });
  }
}
