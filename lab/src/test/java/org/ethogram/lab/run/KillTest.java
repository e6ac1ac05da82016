package org.ethogram.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ethogram.core.Seed;
import org.ethogram.evaluations.CaseResult;
import org.ethogram.lab.store.Episode;
import org.ethogram.lab.store.EpisodeKey;
import org.ethogram.lab.store.SqliteStore;
import org.ethogram.lab.study.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
  private static final int SEEN_BEFORE_THE_KILL = 60;

  @TempDir Path folder;

  /** What an episode came to, apart from the time it took. */
  private record Kept(Seed seed, CaseResult result, String transcript) {}

  @Test
  void aKilledRunGoesOnAndEndsLikeOneThatWasNeverKilled() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("coins.yaml"),
            """
            study: coins
            subjects:
              - scripted: small
              - {scripted: large, sure: 0.75}
            evaluations: {coin: {coins: 400}}
            """);
    List<String> seen = killInTheMiddle(file, folder.resolve("killed"));

    try (var store = SqliteStore.read(folder.resolve("killed"))) {
      assertThat(store.completed().stream().map(EpisodeKey::toString)).containsAll(seen);
      assertThat(store.completed()).hasSizeLessThan(800);
    }
    Study study = CoinStudies.read(file, coin -> {});
    var runner = new StudyRunner(CoinStudies.workplace(2));
    RunSummary rest = runner.run(study, folder.resolve("killed"), RunOptions.quiet(""));
    assertThat(rest.skipped()).isGreaterThanOrEqualTo(SEEN_BEFORE_THE_KILL);
    assertThat(rest.left()).isZero();
    runner.run(study, folder.resolve("whole"), RunOptions.quiet(""));
    assertThat(kept("killed")).isEqualTo(kept("whole")).hasSize(800);
  }

  private static List<String> killInTheMiddle(Path file, Path out) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                KilledRun.class.getName(),
                file.toString(),
                out.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      return read(lines);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static List<String> read(BufferedReader lines) throws IOException {
    List<String> seen = new ArrayList<>();
    while (seen.size() < SEEN_BEFORE_THE_KILL) {
      String line = lines.readLine();
      assertThat(line).as("the run ended before it was killed").isNotNull();
      seen.add(line);
    }
    return seen;
  }

  private Map<EpisodeKey, Kept> kept(String out) {
    Map<EpisodeKey, Kept> kept = new TreeMap<>();
    try (var store = SqliteStore.read(folder.resolve(out));
        var episodes = store.episodes()) {
      for (Episode episode : (Iterable<Episode>) episodes::iterator) {
        kept.put(
            episode.key(),
            new Kept(episode.seed(), episode.result(), store.transcript(episode.key())));
      }
    }
    return kept;
  }
}
