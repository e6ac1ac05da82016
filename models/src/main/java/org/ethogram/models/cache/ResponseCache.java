package org.ethogram.models.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/**
 * Requests and answers as they went over the wire, in one SQLite file.
 *
 * <p>Its journal is written ahead, so processes can read and write it at once, and one that is
 * killed leaves whole rows. Of two answers to one key the first stays.
 */
public final class ResponseCache implements AutoCloseable {
  private static final int VERSION = 1;
  private static final long MOST_PAGES = 0xffff_fffeL;
  private static final int PATIENCE_MILLISECONDS = 60_000;

  private final Path file;
  private final Connection connection;
  private final ReentrantLock turn = new ReentrantLock();
  private final AtomicLong hits = new AtomicLong();
  private final AtomicLong misses = new AtomicLong();

  private ResponseCache(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Opens the file, and makes it and its folder where they are absent.
   *
   * @throws EthogramException {@code FILE_ACCESS} when it cannot be used, is damaged or was written
   *     by another version
   */
  public static ResponseCache open(Path file) {
    return open(file, MOST_PAGES);
  }

  /**
   * @param pages that the file may grow to, as if the disk were full then
   */
  static ResponseCache open(Path file, long pages) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA busy_timeout = " + PATIENCE_MILLISECONDS);
        statement.execute("PRAGMA journal_mode = WAL");
        // An answer outlives the process that got it; only a loss of power may take the last ones.
        statement.execute("PRAGMA synchronous = NORMAL");
        statement.execute("PRAGMA max_page_count = " + pages);
        requireVersion(file, statement);
        statement.execute(
            """
            CREATE TABLE IF NOT EXISTS response (
              key TEXT PRIMARY KEY, provider TEXT NOT NULL, endpoint TEXT NOT NULL,
              model TEXT NOT NULL, revision TEXT NOT NULL, repeat INTEGER NOT NULL,
              request BLOB NOT NULL, response BLOB NOT NULL) WITHOUT ROWID
            """);
        statement.execute("PRAGMA user_version = " + VERSION);
      } catch (SQLException | EthogramException e) {
        connection.close();
        throw e;
      }
      return new ResponseCache(file, connection);
    } catch (IOException | SQLException e) {
      throw failure(file, e);
    }
  }

  /** The answer that was kept for this key. */
  public Optional<byte[]> find(CacheKey key) {
    String hash = key.hash();
    turn.lock();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT response FROM response WHERE key = ?")) {
      select.setString(1, hash);
      try (ResultSet row = select.executeQuery()) {
        Optional<byte[]> found = row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
        (found.isPresent() ? hits : misses).incrementAndGet();
        return found;
      }
    } catch (SQLException e) {
      throw failure(file, e);
    } finally {
      turn.unlock();
    }
  }

  /** Keeps an answer; it outlives the process when this returns. */
  public void keep(CacheKey key, byte[] request, byte[] response) {
    String hash = key.hash();
    turn.lock();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO response VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
      insert.setString(1, hash);
      insert.setString(2, key.provider());
      insert.setString(3, key.endpoint());
      insert.setString(4, key.model());
      insert.setString(5, key.revision());
      insert.setLong(6, key.repeat());
      insert.setBytes(7, request);
      insert.setBytes(8, response);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw failure(file, e);
    } finally {
      turn.unlock();
    }
  }

  /** What to say of an answer that was kept and is none any more. */
  public EthogramException damaged(String problem) {
    return new EthogramException(
        ErrorCode.FILE_ACCESS,
        file.toString(),
        "an answer in the cache is damaged: " + problem,
        "Delete the file: what is missing is asked for again");
  }

  /** How many answers were found here since it was opened. */
  public long hits() {
    return hits.get();
  }

  public long misses() {
    return misses.get();
  }

  @Override
  public void close() {
    turn.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(file, e);
    } finally {
      turn.unlock();
    }
  }

  /** The first files had no version; their table is the present one. */
  private static void requireVersion(Path file, Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      int version = row.getInt(1);
      if (version != 0 && version != VERSION) {
        throw new EthogramException(
            ErrorCode.FILE_ACCESS,
            file.toString(),
            "the cache of responses has format " + version + ", and this version writes " + VERSION,
            "Name another file, or use the version of Ethogram that wrote it");
      }
    }
  }

  private static EthogramException failure(Path file, Exception cause) {
    return new EthogramException(
        ErrorCode.FILE_ACCESS,
        file.toString(),
        "the cache of responses cannot be used: " + cause.getMessage(),
        "Check that the file may be written and the disk has room; if it is damaged, delete it",
        cause);
  }
}
