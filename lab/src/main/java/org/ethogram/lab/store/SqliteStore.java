package org.ethogram.lab.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.jspecify.annotations.Nullable;

/** A store in one SQLite file, {@code store.db} in the folder of a run. */
public final class SqliteStore implements EpisodeStore {
  private final Path file;
  private final Connection connection;
  private final @Nullable FolderLock lock;
  private final ReentrantLock turn = new ReentrantLock();

  private SqliteStore(Path file, Connection connection, @Nullable FolderLock lock) {
    this.file = file;
    this.connection = connection;
    this.lock = lock;
  }

  /**
   * Opens the store of a run to write into it, and makes the given study its present form.
   *
   * @throws EthogramException when the folder holds another study or another seed, or when another
   *     process writes into it
   */
  public static SqliteStore write(Path folder, RunDescription run, StudyGrid grid) {
    FolderLock lock = FolderLock.take(folder, "store.lock", "another run");
    try {
      refuseOther(folder, run.studyName(), run.seed());
      Path file = folder.resolve(Database.FILE);
      var store = new SqliteStore(file, Database.write(file), lock);
      store.begin(run, grid);
      return store;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Opens the store of a run to read it, also while it is written. */
  public static SqliteStore read(Path folder) {
    Path file = folder.resolve(Database.FILE);
    if (!Files.isRegularFile(file)) {
      throw new EthogramException(
          ErrorCode.FILE_ACCESS,
          folder.toString(),
          "there is no store.db in this folder",
          "Name the folder that 'ethogram run' wrote with --out");
    }
    return new SqliteStore(file, Database.read(file), null);
  }

  /** Opens the store of a run to read it, if there is one. */
  public static Optional<SqliteStore> find(Path folder) {
    return Files.isRegularFile(folder.resolve(Database.FILE))
        ? Optional.of(read(folder))
        : Optional.empty();
  }

  /**
   * Refuses a folder that holds another study or another seed, before work is spent on it.
   *
   * @throws EthogramException that names what the folder holds
   */
  public static void refuseOther(Path folder, String studyName, Seed seed) {
    Path file = folder.resolve(Database.FILE);
    if (!Files.isRegularFile(file)) {
      return;
    }
    try (Connection connection = Database.write(file)) {
      Optional<RunDescription> earlier = Database.at(file, () -> RunRows.last(connection));
      if (earlier.isPresent()) {
        refuseOther(file, earlier.get(), studyName, seed);
      }
    } catch (SQLException e) {
      throw Database.failure(file, e);
    }
  }

  private void begin(RunDescription run, StudyGrid grid) {
    inTransaction(
        () -> {
          RunRows.add(connection, run, grid.repeats());
          RunRows.replaceCases(connection, grid.cases());
          RunRows.clearWarnings(connection);
          for (String warning : run.warnings()) {
            RunRows.warn(connection, warning);
          }
          SubjectRows.replacePresent(connection, grid.subjects());
        });
  }

  private static void refuseOther(Path file, RunDescription earlier, String studyName, Seed seed) {
    String found;
    if (!earlier.studyName().equals(studyName)) {
      found = "the study '" + earlier.studyName() + "', not '" + studyName + "'";
    } else if (!earlier.seed().equals(seed)) {
      found = "this study with seed " + earlier.seed().value() + ", not with seed " + seed.value();
    } else {
      return;
    }
    throw new EthogramException(
        ErrorCode.CONFIGURATION,
        file.toString(),
        "the store holds " + found,
        "Choose another folder with --out, or delete this one if it is no longer needed");
  }

  @Override
  public Set<EpisodeKey> completed() {
    return inTurn(() -> EpisodeRows.completed(connection));
  }

  @Override
  public void append(Episode episode, String transcript) {
    byte[] compressed = Gzip.compress(transcript);
    inTransaction(() -> EpisodeRows.add(connection, episode, compressed));
  }

  @Override
  public void append(SubjectLoss loss) {
    inTransaction(() -> SubjectRows.keepLoss(connection, loss));
  }

  @Override
  public void warn(String warning) {
    inTransaction(() -> RunRows.warn(connection, warning));
  }

  @Override
  public Stream<Episode> episodes() {
    return EpisodeCursor.stream(file);
  }

  @Override
  public long planned() {
    return inTurn(() -> RunRows.planned(connection));
  }

  @Override
  public List<Subject> subjects() {
    return inTurn(() -> SubjectRows.present(connection));
  }

  @Override
  public List<SubjectLoss> losses() {
    return inTurn(() -> SubjectRows.losses(connection));
  }

  @Override
  public String transcript(EpisodeKey key) {
    return inTurn(() -> EpisodeRows.transcript(connection, key))
        .map(Gzip::expand)
        .orElseThrow(() -> new IllegalArgumentException("no such episode: " + key));
  }

  @Override
  public RunDescription description() {
    return inTurn(() -> RunRows.last(connection))
        .orElseThrow(() -> new IllegalStateException("a store without a run: " + file));
  }

  @Override
  public void close() {
    turn.lock();
    try {
      Database.change(file, connection::close);
    } finally {
      turn.unlock();
    }
    if (lock != null) {
      lock.close();
    }
  }

  private <T> T inTurn(Database.Work<T> work) {
    turn.lock();
    try {
      return Database.at(file, work);
    } finally {
      turn.unlock();
    }
  }

  private void inTransaction(Database.Change change) {
    inTurn(
        () -> {
          connection.setAutoCommit(false);
          try {
            change.run();
            connection.commit();
            return true;
          } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
          } finally {
            connection.setAutoCommit(true);
          }
        });
  }
}
