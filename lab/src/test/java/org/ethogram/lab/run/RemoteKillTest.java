package org.ethogram.lab.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.ethogram.testkit.Answer;
import org.ethogram.testkit.FakeProvider;
import org.ethogram.testkit.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteKillTest {
  private static final int ANSWERED_BEFORE_THE_KILL = 40;
  private static final int ANSWERS = 96;
  private static final String COOPERATION =
      "{games: prisoners-dilemma, opponents: [tit-for-tat, always-defect], rounds: 3,"
          + " word-pairs: 1, elicitation: sampled, matches: 2, draws: 0}";

  @TempDir private Path folder;

  @Test
  void whatAKilledRunWasAnsweredIsNotAskedAgain() throws Exception {
    var reached = new CountDownLatch(1);
    var killed = new AtomicBoolean();
    try (FakeProvider provider =
        PlayingProvider.start(
            request -> {
              if (request.index() < ANSWERED_BEFORE_THE_KILL || killed.get()) {
                return PlayingProvider.answer(request);
              }
              reached.countDown();
              return new Answer.Silence();
            })) {
      Path file = RemoteStudyTest.file(folder, provider, "label: m", COOPERATION);
      kill(file, reached);
      killed.set(true);
      Set<String> kept = kept();
      int askedBefore = provider.received().size();
      // Every answer but those that were on their way when the process ended.
      assertThat(kept).hasSizeBetween(1, ANSWERED_BEFORE_THE_KILL);
      RunSummary rest =
          new StudyRunner(CoinStudies.workplace(2))
              .run(RemoteStudyTest.read(file), folder.resolve("run"), RunOptions.quiet(""));
      assertThat(rest.left()).isZero();
      Set<String> asked =
          provider.received().stream()
              .skip(askedBefore)
              .map(Received::body)
              .collect(Collectors.toSet());
      assertThat(asked).doesNotContainAnyElementsOf(kept);
      assertThat(asked.size() + kept.size()).isEqualTo(ANSWERS);
    }
  }

  private void kill(Path file, CountDownLatch reached) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                KilledRemoteRun.class.getName(),
                file.toString(),
                folder.resolve("run").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      reached.await();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** The requests whose answers lie in the cache. */
  private Set<String> kept() throws Exception {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("responses.db"));
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT request FROM response")) {
      var found = new HashSet<String>();
      while (rows.next()) {
        found.add(new String(rows.getBytes(1), UTF_8));
      }
      return found;
    }
  }
}
