package org.ethogram.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.core.StopSignal;
import org.ethogram.evaluations.CaseResult;
import org.ethogram.evaluations.Outcome;
import org.ethogram.lab.store.Episode;
import org.ethogram.lab.store.EpisodeKey;
import org.ethogram.lab.store.SqliteStore;
import org.ethogram.lab.store.SubjectLoss;
import org.ethogram.lab.study.Study;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyRunnerTest {
  private static final String TWO_SUBJECTS =
      """
      study: coins
      question: Are they sure?
      seed: 5
      repeats: 2
      subjects:
        - scripted: small
          sure: 0.25
        - scripted: large
          sure: 0.75
      evaluations:
        coin:
          coins: 6
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.writeString(folder.resolve("coins.yaml"), TWO_SUBJECTS);
  }

  @Test
  void everyCaseOfEverySubjectIsRunAndKept() {
    RunSummary summary = run("a", CoinStudies.read(file, coin -> {}));
    assertThat(summary.planned()).isEqualTo(2 * 6 * 2);
    assertThat(summary.count(Outcome.SCORED)).isEqualTo(24);
    assertThat(summary.left()).isZero();
    assertThat(summary.problem()).isEmpty();
    try (var store = SqliteStore.read(folder.resolve("a"));
        var episodes = store.episodes()) {
      List<Episode> all = episodes.toList();
      assertThat(all).hasSize(24);
      for (Episode episode : all) {
        double expected = episode.subject().size().equals("small") ? 0.25 : 0.75;
        assertThat(episode.result().measurements().getFirst().ratio().numerator())
            .isCloseTo(expected, offset(1e-12));
        assertThat(store.transcript(episode.key()))
            .contains("Coin " + episode.evaluationCase().factor("coin") + " shows");
      }
      assertThat(store.description().studyText()).isEqualTo(TWO_SUBJECTS);
      assertThat(store.description().question()).isEqualTo("Are they sure?");
      assertThat(store.losses()).extracting(SubjectLoss::loss).containsOnly("fixed-text");
    }
  }

  @Test
  void resultsDependNeitherOnThreadsNorOnTheOrderNorOnWhatElseIsMeasured() throws IOException {
    run("a", CoinStudies.read(file, coin -> {}));
    new StudyRunner(CoinStudies.workplace(4))
        .run(CoinStudies.read(file, coin -> {}), folder.resolve("b"), RunOptions.quiet(""));
    Path reordered = folder.resolve("reordered.yaml");
    Files.writeString(
        reordered,
        TWO_SUBJECTS.replace("- scripted: small\n    sure: 0.25", "- scripted: other")
            + "# small is gone\n");
    run("c", CoinStudies.read(reordered, coin -> {}));
    Map<EpisodeKey, CaseResult> results = results("a");
    assertThat(results("b")).isEqualTo(results);
    Map<EpisodeKey, CaseResult> others = results("c");
    assertThat(others.keySet().stream().filter(results::containsKey).count()).isEqualTo(12);
    others.forEach(
        (key, result) -> {
          if (results.containsKey(key)) {
            assertThat(result).isEqualTo(results.get(key));
          }
        });
  }

  @Test
  void runningAgainRunsOnlyWhatIsNew() {
    run("a", CoinStudies.read(file, coin -> {}));
    AtomicInteger tosses = new AtomicInteger();
    RunSummary again = run("a", CoinStudies.read(file, coin -> tosses.incrementAndGet()));
    assertThat(again.skipped()).isEqualTo(24);
    assertThat(tosses).hasValue(0);
    Study more = CoinStudies.read(file, coin -> tosses.incrementAndGet(), "repeats=3");
    RunSummary grown = run("a", more);
    assertThat(grown.skipped()).isEqualTo(24);
    assertThat(grown.count(Outcome.SCORED)).isEqualTo(12);
    assertThat(tosses).hasValue(12);
  }

  @Test
  void otherSettingsAreOtherEpisodesAndDoNotMix() {
    run("a", CoinStudies.read(file, coin -> {}));
    RunSummary biased = run("a", CoinStudies.read(file, coin -> {}, "evaluations.coin.bias=0.9"));
    assertThat(biased.skipped()).isZero();
    assertThat(results("a")).hasSize(24);
  }

  @Test
  void aThrowingEpisodeIsKeptAsErroredAndRunAgain() {
    Study broken =
        CoinStudies.read(
            file,
            coin -> {
              if (coin == 3) {
                throw new IllegalStateException("the coin is stuck");
              }
            });
    RunSummary summary = run("a", broken);
    assertThat(summary.count(Outcome.ERRORED)).isEqualTo(4);
    assertThat(summary.count(Outcome.SCORED)).isEqualTo(20);
    assertThat(summary.left()).isEqualTo(4);
    assertThat(summary.problem()).contains(ErrorCode.WORK_FAILED);
    assertThat(results("a").values())
        .filteredOn(result -> result.outcome() == Outcome.ERRORED)
        .allSatisfy(
            result -> assertThat(result.note()).contains("ETH-202").contains("the coin is stuck"));
    RunSummary mended = run("a", CoinStudies.read(file, coin -> {}));
    assertThat(mended.skipped()).isEqualTo(20);
    assertThat(mended.count(Outcome.SCORED)).isEqualTo(4);
    assertThat(mended.problem()).isEmpty();
  }

  @Test
  void tooManyErrorsEndTheRun() {
    Study broken =
        CoinStudies.read(
            file,
            coin -> {
              throw new IllegalStateException("no coin");
            });
    RunSummary summary =
        new StudyRunner(CoinStudies.workplace(1))
            .run(broken, folder.resolve("a"), options(new ErrorTolerance(3, true), () -> false));
    assertThat(summary.failed()).isTrue();
    assertThat(summary.count(Outcome.ERRORED)).isBetween(4L, 8L);
    RunSummary tolerant =
        new StudyRunner(CoinStudies.workplace(1))
            .run(broken, folder.resolve("b"), options(new ErrorTolerance(24, true), () -> false));
    assertThat(tolerant.problem()).isEmpty();
  }

  @Test
  void stoppingFinishesWhatIsInFlightAndTheRestIsLeft() {
    AtomicBoolean stop = new AtomicBoolean();
    Study study = CoinStudies.read(file, coin -> stop.set(true));
    RunSummary summary =
        new StudyRunner(CoinStudies.workplace(1))
            .run(study, folder.resolve("a"), options(ErrorTolerance.NONE, stop::get));
    assertThat(summary.problem()).contains(ErrorCode.INTERRUPTED);
    assertThat(summary.count(Outcome.SCORED)).isBetween(1L, 5L);
    assertThat(results("a")).hasSize((int) summary.count(Outcome.SCORED));
    assertThat(run("a", CoinStudies.read(file, coin -> {})).left()).isZero();
  }

  @Test
  void aLimitedRunSaysALittleOfEverySubject() {
    var options =
        new RunOptions(
            "",
            OptionalLong.of(4),
            ErrorTolerance.NONE,
            Progress.NONE,
            StopSignal.NEVER,
            episode -> {});
    RunSummary summary =
        new StudyRunner(CoinStudies.workplace(1))
            .run(CoinStudies.read(file, coin -> {}), folder.resolve("a"), options);
    assertThat(summary.count(Outcome.SCORED)).isEqualTo(4);
    assertThat(summary.left()).isEqualTo(20);
    assertThat(summary.problem()).isEmpty();
    assertThat(
            results("a").keySet().stream()
                .collect(Collectors.groupingBy(EpisodeKey::subject, Collectors.counting()))
                .values())
        .containsExactly(2L, 2L);
  }

  @Test
  void aForecastCountsWithoutRunningOrWriting() {
    var runner = new StudyRunner(CoinStudies.workplace(1));
    Study study = CoinStudies.read(file, coin -> {});
    var before = runner.foresee(study, folder.resolve("a"));
    assertThat(before.episodes()).isEqualTo(24);
    assertThat(before.completed()).isZero();
    assertThat(before.calls().least().calls()).isEqualTo(24);
    assertThat(before.calls().most().calls()).isEqualTo(48);
    assertThat(folder.resolve("a")).doesNotExist();
    run("a", study);
    var after = runner.foresee(CoinStudies.read(file, c -> {}, "repeats=3"), folder.resolve("a"));
    assertThat(after.episodes()).isEqualTo(36);
    assertThat(after.completed()).isEqualTo(24);
    assertThat(after.calls().least().calls()).isEqualTo(12);
    assertThat(after.calls().most().calls()).isEqualTo(24);
  }

  @Test
  void equalWeightsUnderDifferentStepsAreRefusedBeforeAnythingIsMeasured() throws IOException {
    Files.writeString(
        file,
        """
        study: coins
        subjects:
          - {scripted: a, step: 0, weights: same}
          - {scripted: a, step: 1, weights: same}
          - {scripted: a, step: 64, weights: late}
          - {scripted: a, step: 512, weights: late}
        evaluations: {coin: {}}
        """);
    Study study = CoinStudies.read(file, coin -> {});
    assertThatThrownBy(() -> run("a", study))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("'a@64' and 'a@512'")
        .satisfies(
            e -> assertThat(((EthogramException) e).code()).isEqualTo(ErrorCode.INVALID_MODEL));
    assertThat(folder.resolve("a")).doesNotExist();
    Study mended = CoinStudies.read(file, coin -> {}, "subjects.3.weights=other");
    assertThat(run("a", mended).warnings())
        .anySatisfy(
            warning -> assertThat(warning).contains("'a@0' and 'a@1' hold the same weights"));
  }

  @Test
  void aLossThatRisesWithTrainingIsAWarning() throws IOException {
    Files.writeString(
        file,
        """
        study: coins
        subjects:
          - {scripted: a, step: 1, loss: 5.0}
          - {scripted: a, step: 64, loss: 1.5}
          - {scripted: a, step: 512, loss: 3.25}
        evaluations: {coin: {}}
        """);
    assertThat(run("a", CoinStudies.read(file, coin -> {})).warnings())
        .singleElement()
        .asString()
        .contains("1.500 nats at step 64", "3.250 at step 512");
    RunSummary mended = run("a", CoinStudies.read(file, coin -> {}, "subjects.2.loss=1.25"));
    assertThat(mended.warnings()).isEmpty();
  }

  @Test
  void aModelThatDoesNotOpenFailsItsEpisodesAndNotTheOthers() {
    RunSummary half = run("a", CoinStudies.read(file, coin -> {}, "subjects.0.opens=false"));
    assertThat(half.count(Outcome.ERRORED)).isEqualTo(12);
    assertThat(half.count(Outcome.SCORED)).isEqualTo(12);
    Study none =
        CoinStudies.read(file, c -> {}, "subjects.0.opens=false", "subjects.1.opens=false");
    assertThatThrownBy(() -> run("b", none))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("weights: are damaged");
  }

  @Test
  void aSeedIsDerivedFromAllThatTellsAnEpisodeFromOthers() {
    run("a", CoinStudies.read(file, coin -> {}));
    try (var store = SqliteStore.read(folder.resolve("a"));
        var episodes = store.episodes()) {
      List<Episode> all = episodes.toList();
      assertThat(all.stream().map(Episode::seed).distinct()).hasSize(all.size());
      Episode one = all.getFirst();
      assertThat(one.seed())
          .isEqualTo(
              new Seed(5)
                  .derive("coin")
                  .derive(one.key().settings())
                  .derive(one.key().evaluationCase())
                  .derive("repeat", one.key().repeat())
                  .derive(one.key().subject()));
    }
  }

  private RunSummary run(String out, Study study) {
    return new StudyRunner(CoinStudies.workplace(2))
        .run(study, folder.resolve(out), RunOptions.quiet("ethogram run coins.yaml"));
  }

  private static RunOptions options(ErrorTolerance tolerance, StopSignal stop) {
    return new RunOptions("", OptionalLong.empty(), tolerance, Progress.NONE, stop, episode -> {});
  }

  private Map<EpisodeKey, CaseResult> results(String out) {
    try (var store = SqliteStore.read(folder.resolve(out));
        var episodes = store.episodes()) {
      return episodes.collect(Collectors.toMap(Episode::key, Episode::result));
    }
  }
}
