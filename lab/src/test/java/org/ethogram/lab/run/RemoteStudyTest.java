package org.ethogram.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Progress;
import org.ethogram.core.Ratio;
import org.ethogram.core.StopSignal;
import org.ethogram.evaluations.CaseResult;
import org.ethogram.evaluations.Measurement;
import org.ethogram.evaluations.Outcome;
import org.ethogram.lab.plan.Forecast;
import org.ethogram.lab.store.Episode;
import org.ethogram.lab.store.EpisodeKey;
import org.ethogram.lab.store.SqliteStore;
import org.ethogram.lab.study.Study;
import org.ethogram.lab.study.StudyFile;
import org.ethogram.lab.study.Vocabulary;
import org.ethogram.testkit.Answer;
import org.ethogram.testkit.FakeProvider;
import org.ethogram.testkit.Received;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteStudyTest {
  /** Two matches of three rounds against each opponent in each of eight cases: 96 answers. */
  private static final String SAMPLED =
      "{games: prisoners-dilemma, opponents: [tit-for-tat, always-defect], rounds: 3,"
          + " word-pairs: 1, elicitation: sampled, matches: 2, draws: 0}";

  private static final String EXACT = SAMPLED.replace("sampled", "exact");

  @TempDir private Path folder;

  @Test
  void aModelThatOnlyWritesPlaysThroughFaults() throws IOException {
    String good = "{\"choices\":[]}";
    Map<Integer, Answer> faults =
        Map.of(
            0,
            Answer.status(500, "{}"),
            5,
            Answer.retryAfter(429, "0"),
            11,
            new Answer.Reset(),
            17,
            new Answer.Cut(good, 5),
            23,
            Answer.json(good),
            29,
            new Answer.Reply(200, "text/html", Map.of(), "<html>"));
    try (FakeProvider provider = PlayingProvider.start(faults)) {
      RunSummary summary = run(study(provider, "chat: true", SAMPLED), "a");
      assertThat(summary.problem()).isEmpty();
      assertThat(summary.count(Outcome.SCORED)).isEqualTo(8);
      for (CaseResult result : results("a").values()) {
        assertThat(ratio(result, "cooperation-rate", "tit-for-tat").value()).hasValue(1);
        assertThat(ratio(result, "cooperation-rate", "always-defect").value().orElseThrow())
            .isCloseTo(1 / 3.0, within(1e-12));
      }
      assertThat(provider.received())
          .allSatisfy(request -> assertThat(request.path()).isEqualTo("/v1/chat/completions"));
      assertThat(answeredTwice(provider, faults)).isEmpty();
    }
  }

  @Test
  void aModelThatCanBeScoredPlaysExactly() throws IOException {
    try (FakeProvider provider = PlayingProvider.start(Map.of())) {
      Study study = study(provider, "scoring: echo", EXACT);
      RunSummary summary = runner().run(study, folder.resolve("a"), onlyOne());
      assertThat(summary.count(Outcome.SCORED)).isEqualTo(1);
      for (CaseResult result : results("a").values()) {
        // Tit for tat with a tremble of 0.1 against always-defect: 0.9, then 0.1 twice.
        assertThat(ratio(result, "cooperation-rate", "always-defect").value().orElseThrow())
            .isCloseTo((.9 + .1 + .1) / 3, within(1e-9));
      }
      assertThat(provider.received())
          .allSatisfy(request -> assertThat(request.body()).contains("\"echo\":true"));
    }
  }

  @Test
  void aReachedBudgetStopsCleanlyAndALargerOneGoesOn() throws IOException {
    try (FakeProvider provider = PlayingProvider.start(Map.of())) {
      RunSummary stopped = run(study(provider, "budget: {calls: 60}", SAMPLED), "a");
      assertThat(stopped.problem()).hasValue(ErrorCode.LIMIT_REACHED);
      assertThat(ErrorCode.LIMIT_REACHED.exitCode()).isEqualTo(3);
      assertThat(stopped.limits()).containsOnlyKeys("openai/m");
      assertThat(stopped.count(Outcome.ERRORED)).isZero();
      assertThat(stopped.left()).isPositive();
      assertThat(provider.received()).hasSize(60);
      RunSummary rest = run(study(provider, "budget: {calls: 600}", SAMPLED), "a");
      assertThat(rest.problem()).isEmpty();
      assertThat(rest.left()).isZero();
      assertThat(rest.skipped()).isEqualTo(stopped.count(Outcome.SCORED));
      assertThat(answeredTwice(provider, Map.of())).isEmpty();
      int asked = provider.received().size();
      run(study(provider, "cache: other.db", SAMPLED), "b");
      assertThat(provider.received()).hasSize(2 * asked);
    }
    assertThat(results("a")).isEqualTo(results("b"));
  }

  @Test
  void aPlanSaysWhatItComesTo() throws IOException {
    try (FakeProvider provider = PlayingProvider.start(Map.of())) {
      Study study = study(provider, "price: {prompt: 2, completion: 8}", SAMPLED);
      Forecast.ForeseenBill foreseen =
          runner().foresee(study, folder.resolve("a")).bills().getFirst();
      assertThat(provider.received()).isEmpty();
      run(study, "a");
      // The model always answers at once, so it takes the least.
      assertThat(foreseen.bill().leastRequests()).isEqualTo(provider.received().size());
      assertThat(foreseen.bill().mostRequests()).isGreaterThan(foreseen.bill().leastRequests());
      assertThat(foreseen.bill().leastMoney().orElseThrow()).isPositive();
      assertThat(
              runner().foresee(study, folder.resolve("a")).bills().getFirst().bill().mostTokens())
          .isZero();
    }
  }

  @Test
  void whatASubjectCannotDoIsSaidBeforeAnythingIsAsked() throws IOException {
    try (FakeProvider provider = PlayingProvider.start(Map.of())) {
      Study study = study(provider, "chat: true", EXACT);
      for (Runnable attempt :
          List.<Runnable>of(
              () -> run(study, "a"), () -> runner().foresee(study, folder.resolve("a")))) {
        assertThatThrownBy(attempt::run)
            .isInstanceOfSatisfying(
                EthogramException.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.CAPABILITY_MISSING))
            .hasMessageContaining("'openai/m' for 'cooperation'")
            .hasMessageContaining("elicitation: sampled");
      }
      assertThat(provider.received()).isEmpty();
      assertThat(folder.resolve("a")).doesNotExist();
    }
  }

  @Test
  void everyProblemOfAnEntryIsShownAtItsPlace() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            study: s
            subjects:
              - {remote: opnai/m, chat: true}
              - {remote: anthropic/m, scoring: echo}
              - {remote: openai/m, scoring: vlm, endpoint: "http://me:pass@host/v1"}
              - {remote: openai/n, chat: true, scoring: echo}
              - {remote: openai/o, instruction: Go on, budget: {money: 5, call: 3}}
              - {remote: openai/p, price: {prompt: -1}}
            evaluations: {cooperation: {}}
            """);
    assertThatThrownBy(() -> read(file))
        .hasMessageContaining("study.yaml:3:14: 'subjects.0.remote' cannot be 'opnai/m'")
        .hasMessageContaining("Did you mean 'openai'")
        .hasMessageContaining("study.yaml:4:14: 'subjects.1.remote' answers conversations only")
        .hasMessageContaining("study.yaml:4:27: 'anthropic' tells no log-probabilities")
        .hasMessageContaining("study.yaml:5:33: 'subjects.2.scoring' cannot be 'vlm'")
        .hasMessageContaining("study.yaml:5:38: endpoint of openai: it is no address")
        .hasMessageContaining("study.yaml:6:36: a conversation cannot be scored")
        .hasMessageContaining("study.yaml:7:37: 'subjects.4.instruction' is given")
        .hasMessageContaining("money is limited and the price is not given")
        .hasMessageContaining("unknown key 'call'")
        .hasMessageContaining("'subjects.5.price.prompt' is '-1'")
        .hasMessageContaining("the key 'completion' is missing");
  }

  /** The requests that were made again although they had been answered. */
  static List<String> answeredTwice(FakeProvider provider, Map<Integer, Answer> faults) {
    Map<String, Integer> answers = new TreeMap<>();
    for (Received request : provider.received()) {
      if (!faults.containsKey(request.index())) {
        answers.merge(request.path() + request.body(), 1, Integer::sum);
      }
    }
    return answers.entrySet().stream()
        .filter(answered -> answered.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  private Study study(FakeProvider provider, String keys, String cooperation) throws IOException {
    return read(file(folder, provider, keys, cooperation));
  }

  static Path file(Path folder, FakeProvider provider, String keys, String cooperation)
      throws IOException {
    return Files.writeString(
        folder.resolve("study.yaml"),
        """
        study: s
        subjects:
          - {remote: openai/m, endpoint: "%s/v1", cache: responses.db, %s}
        evaluations:
          cooperation: %s
        """
            .formatted(provider.address(), keys, cooperation)
            .replaceFirst("cache: responses.db, cache", "cache"));
  }

  static Study read(Path file) {
    return new StudyFile(Vocabulary.standard()).read(file, List.of(), OptionalLong.empty());
  }

  private static StudyRunner runner() {
    return new StudyRunner(CoinStudies.workplace(2));
  }

  private static RunOptions onlyOne() {
    return new RunOptions(
        "",
        OptionalLong.of(1),
        ErrorTolerance.NONE,
        Progress.NONE,
        StopSignal.NEVER,
        episode -> {});
  }

  private RunSummary run(Study study, String out) {
    return runner().run(study, folder.resolve(out), RunOptions.quiet(""));
  }

  private Map<EpisodeKey, CaseResult> results(String out) {
    Map<EpisodeKey, CaseResult> results = new TreeMap<>();
    try (var store = SqliteStore.read(folder.resolve(out));
        var episodes = store.episodes()) {
      for (Episode episode : (Iterable<Episode>) episodes::iterator) {
        results.put(episode.key(), episode.result());
      }
    }
    return results;
  }

  private static Ratio ratio(CaseResult result, String measure, String opponent) {
    return result.measurements().stream()
        .filter(one -> one.measure().equals(measure))
        .filter(one -> opponent.equals(one.conditions().get("opponent")))
        .map(Measurement::ratio)
        .findFirst()
        .orElseThrow();
  }
}
