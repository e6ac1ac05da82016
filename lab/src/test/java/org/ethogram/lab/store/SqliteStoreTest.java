package org.ethogram.lab.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Provenance;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.evaluations.CaseResult;
import org.ethogram.evaluations.EvaluationCase;
import org.ethogram.evaluations.Measurement;
import org.ethogram.evaluations.Outcome;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ModelScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {
  private static final Subject SMALL = subject("small", 1_000);
  private static final Subject LARGE = subject("large", 9_000);
  private static final EvaluationCase CASE =
      new EvaluationCase(new TreeMap<>(Map.of("game", "stag-hunt", "order", "reversed")));
  private static final StudyGrid.GridCase PLANNED =
      new StudyGrid.GridCase("cooperation", "settings", CASE.identity());
  private static final StudyGrid GRID = new StudyGrid(List.of(SMALL, LARGE), List.of(PLANNED), 1);

  @TempDir Path folder;

  @Test
  void anEpisodeComesBackAsItWasKept() {
    Episode episode = scored(SMALL, 0.1 + 0.2);
    try (var store = SqliteStore.write(folder, run("s", 1), GRID)) {
      store.append(episode, "{\"call\":\"score\"}\n");
    }
    try (var store = SqliteStore.read(folder);
        var episodes = store.episodes()) {
      assertThat(episodes).containsExactly(episode);
      assertThat(store.transcript(episode.key())).isEqualTo("{\"call\":\"score\"}\n");
      assertThat(store.completed()).containsExactly(episode.key());
      assertThat(store.planned()).isEqualTo(2);
      assertThat(store.subjects()).containsExactly(SMALL, LARGE);
      assertThat(store.description()).isEqualTo(run("s", 1));
    }
  }

  @Test
  void anErroredEpisodeIsRunAgainAndReplaced() {
    CaseResult failed = new CaseResult(Outcome.ERRORED, List.of(), "ETH-201 too long");
    Episode scored = scored(SMALL, 1);
    try (var store = SqliteStore.write(folder, run("s", 1), GRID)) {
      store.append(withResult(scored, failed), "");
      assertThat(store.completed()).isEmpty();
      store.append(scored, "again\n");
      assertThat(store.completed()).containsExactly(scored.key());
      assertThat(store.episodes()).containsExactly(scored);
      assertThat(store.transcript(scored.key())).isEqualTo("again\n");
    }
  }

  @Test
  void whatLeftThePlanIsKeptButNotRead() {
    try (var store = SqliteStore.write(folder, run("s", 1), GRID)) {
      store.append(scored(SMALL, 1), "");
      store.append(scored(LARGE, 2), "");
      store.append(new SubjectLoss("small", "held-out", 2.5, OptionalLong.of(100)));
      store.append(new SubjectLoss("large", "held-out", 1.5, OptionalLong.empty()));
    }
    var narrower = new StudyGrid(List.of(LARGE), List.of(PLANNED), 1);
    try (var store = SqliteStore.write(folder, run("s", 1), narrower)) {
      assertThat(store.episodes()).containsExactly(scored(LARGE, 2));
      assertThat(store.losses())
          .containsExactly(new SubjectLoss("large", "held-out", 1.5, OptionalLong.empty()));
      assertThat(store.completed()).hasSize(2);
    }
    try (var store = SqliteStore.write(folder, run("s", 1), GRID);
        var episodes = store.episodes()) {
      assertThat(episodes).hasSize(2);
      assertThat(store.losses()).hasSize(2);
    }
  }

  @Test
  void anotherStudyOrSeedIsRefusedAndNothingIsLost() {
    try (var store = SqliteStore.write(folder, run("s", 1), GRID)) {
      store.append(scored(SMALL, 1), "");
    }
    assertThatThrownBy(() -> SqliteStore.write(folder, run("other", 1), GRID))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("the study 's', not 'other'");
    assertThatThrownBy(() -> SqliteStore.write(folder, run("s", 2), GRID))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("seed 1")
        .hasMessageContaining("seed 2");
    try (var store = SqliteStore.write(folder, run("s", 1), GRID)) {
      assertThat(store.completed()).hasSize(1);
    }
  }

  @Test
  void onlyOneRunWritesWhileOthersRead() {
    try (var writer = SqliteStore.write(folder, run("s", 1), GRID);
        var reader = SqliteStore.read(folder)) {
      assertThatThrownBy(() -> SqliteStore.write(folder, run("s", 1), GRID))
          .hasMessageContaining("another run is writing");
      assertThat(reader.completed()).isEmpty();
      writer.append(scored(SMALL, 1), "");
      assertThat(reader.completed()).hasSize(1);
    }
  }

  @Test
  void warningsAreThoseOfThePresentRun() {
    try (var store = SqliteStore.write(folder, run("s", 1), GRID)) {
      store.warn("odd");
      store.warn("odd");
      assertThat(store.description().warnings()).containsExactly("odd");
    }
    try (var store = SqliteStore.write(folder, run("s", 1), GRID)) {
      assertThat(store.description().warnings()).isEmpty();
    }
  }

  @Test
  void ratesCanBeAskedForInSql() throws SQLException {
    try (var store = SqliteStore.write(folder, run("s", 1), GRID)) {
      store.append(scored(SMALL, 0.5), "");
    }
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("store.db"));
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                SELECT rate, label FROM rate
                WHERE json_extract(factors, '$.game') = 'stag-hunt'
                  AND json_extract(conditions, '$.opponent') = 'random'\
                """)) {
      assertThat(row.next()).isTrue();
      assertThat(row.getDouble("rate")).isEqualTo(0.25);
      assertThat(row.getString("label")).isEqualTo("small");
      assertThat(row.next()).isFalse();
    }
  }

  @Test
  void aFileThatIsNoStoreIsNamed() throws IOException {
    Files.writeString(folder.resolve("store.db"), "not a database at all");
    assertThatThrownBy(() -> SqliteStore.read(folder))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("store.db");
  }

  private static Subject subject(String label, long parameters) {
    var scale =
        new ModelScale(
            OptionalLong.of(parameters),
            OptionalLong.empty(),
            OptionalLong.of(8),
            OptionalLong.of(0));
    return new Subject(
        label, "f", label, false, new ModelIdentity(label, "step8", "A", "w", "t", scale));
  }

  private static Episode scored(Subject subject, double numerator) {
    var measured =
        List.of(
            new Measurement(
                "cooperation-rate",
                new TreeMap<>(Map.of("opponent", "random")),
                new Ratio(numerator, 2)),
            new Measurement("niceness", new TreeMap<>(), Ratio.UNDEFINED));
    return new Episode(
        PLANNED.key(subject, 0),
        subject,
        CASE,
        new Seed(-5),
        CaseResult.scored(measured),
        Instant.parse("2026-01-02T03:04:05.678Z"),
        Duration.ofNanos(123_456_789));
  }

  private static Episode withResult(Episode episode, CaseResult result) {
    return new Episode(
        episode.key(),
        episode.subject(),
        episode.evaluationCase(),
        episode.seed(),
        result,
        episode.started(),
        episode.duration());
  }

  private static RunDescription run(String study, long seed) {
    return new RunDescription(
        study,
        "Does it?",
        "study: s\n",
        List.of("cooperation-rate"),
        "ethogram run s.yaml",
        new Seed(seed),
        new Provenance("0.1", "java", "linux", "cpu", Map.of("sqlite", "3")),
        List.of(),
        Instant.parse("2026-01-02T03:04:05Z"));
  }
}
