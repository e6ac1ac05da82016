package org.ethogram.lab.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** The SQLite file of a store and the version of what is in it. */
final class Database {
  static final String FILE = "store.db";
  private static final int VERSION = 1;
  private static final int PATIENCE_MILLISECONDS = 30_000;

  private Database() {}

  /** A question to a database. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SQLException;
  }

  /** A change of a database. */
  @FunctionalInterface
  interface Change {
    void run() throws SQLException;
  }

  /**
   * A connection that writes, to a file that is made when it is absent.
   *
   * <p>With the write-ahead log and {@code synchronous = NORMAL}, a committed episode is in the
   * operating system's hands: killing the process loses nothing. A loss of power can take the
   * episodes of the last moments with it, and those are run again (sqlite.org/pragma.html,
   * "synchronous").
   */
  static Connection write(Path file) {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(PATIENCE_MILLISECONDS);
    Connection connection = open(file, config);
    change(
        file,
        () -> {
          if (version(connection) == 0) {
            create(connection);
          }
        });
    checkVersion(file, connection);
    return connection;
  }

  /** A connection that reads, also while another process writes. */
  static Connection read(Path file) {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(PATIENCE_MILLISECONDS);
    Connection connection = open(file, config);
    checkVersion(file, connection);
    return connection;
  }

  private static Connection open(Path file, SQLiteConfig config) {
    return at(file, () -> config.createConnection("jdbc:sqlite:" + file));
  }

  private static void create(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String command : schema().split(";\\s*\\n", -1)) {
        if (!command.isBlank()) {
          statement.executeUpdate(command);
        }
      }
      statement.executeUpdate("PRAGMA user_version = " + VERSION);
      connection.commit();
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static String schema() {
    try (InputStream stream = Database.class.getResourceAsStream("schema.sql")) {
      if (stream == null) {
        throw new IllegalStateException("schema.sql is missing from the jar");
      }
      String commented = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return commented.replaceAll("(?m)--.*$", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }

  private static void checkVersion(Path file, Connection connection) {
    int found = at(file, () -> version(connection));
    if (found != VERSION) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          file.toString(),
          "the store has version " + found + ", and this Ethogram reads version " + VERSION,
          "Run the study into another folder with --out");
    }
  }

  /** Runs work, and names the file in whatever goes wrong. */
  static void change(Path file, Change change) {
    at(
        file,
        () -> {
          change.run();
          return true;
        });
  }

  /** As {@link #change}, for work that brings something. */
  static <T> T at(Path file, Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  static EthogramException failure(Path file, SQLException cause) {
    return new EthogramException(
        ErrorCode.FILE_ACCESS,
        file.toString(),
        "the store cannot be used: " + cause.getMessage(),
        "Check that the disk has space, that the file may be written and is a store of Ethogram",
        cause);
  }
}
