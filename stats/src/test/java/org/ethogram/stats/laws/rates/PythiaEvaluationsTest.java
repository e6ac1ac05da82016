package org.ethogram.stats.laws.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.stats.laws.AxisScale;
import org.ethogram.stats.laws.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The zero-shot accuracies that the authors of Pythia published (Biderman et al. 2023): eight
 * sizes, each trained on two versions of the Pile, 27 checkpoints, seven tasks.
 */
class PythiaEvaluationsTest {
  private static final String FILE = "pythia-evals/pythia_v1_zero_shot.csv";
  private static final double TOKENS_PER_STEP = 2_097_152;

  private static final Map<String, Double> PARAMETERS =
      Map.of(
          "70m", 18_915_328.0,
          "160m", 85_056_000.0,
          "410m", 302_311_424.0,
          "1b", 805_736_448.0,
          "1.4b", 1_208_602_624.0,
          "2.8b", 2_517_652_480.0,
          "6.9b", 6_444_163_072.0,
          "12b", 11_327_027_200.0);

  private static final List<String> TASKS =
      List.of(
          "arc_challenge",
          "arc_easy",
          "lambada_openai",
          "logiqa",
          "piqa",
          "sciq",
          "winogrande",
          "wsc");

  private static List<Row> rows = List.of();

  private record Row(String model, int step, String task, double accuracy, double error) {
    double parameters() {
      String size = model.replace("pythia-", "").replace("-deduped", "").replace("-bf16", "");
      return Optional.ofNullable(PARAMETERS.get(size)).orElseThrow();
    }

    /** The items that the published standard error implies. */
    Ratio ratio() {
      double items = error == 0 ? 5000 : Math.max(1, accuracy * (1 - accuracy) / (error * error));
      return new Ratio(accuracy * items, items);
    }
  }

  @BeforeAll
  static void read() throws IOException {
    String folder = System.getenv("ETHOGRAM_DATA");
    assumeTrue(
        folder != null && Files.exists(Path.of(folder, FILE)),
        "skipped: ETHOGRAM_DATA does not lead to " + FILE);
    try (Stream<String> lines = Files.lines(Path.of(folder, FILE))) {
      rows =
          lines
              .skip(1)
              .map(line -> line.split(",", -1))
              .filter(cells -> cells[3].equals("acc"))
              .map(
                  cells ->
                      new Row(
                          cells[0],
                          Integer.parseInt(cells[1]),
                          cells[2],
                          Double.parseDouble(cells[4]),
                          Double.parseDouble(cells[5])))
              .toList();
    }
  }

  @Test
  void readingTasksRiseWithSizeAndTheWinogradSchemasDoNot() {
    Map<String, Verdict> verdicts = verdicts(true);
    assertThat(verdicts)
        .containsEntry("lambada_openai", Verdict.RISES)
        .containsEntry("piqa", Verdict.RISES)
        .containsEntry("arc_easy", Verdict.RISES);
    assertThat(verdicts.get("wsc")).isNotEqualTo(Verdict.RISES);
  }

  @Test
  void readingTasksRiseWithTraining() {
    Map<String, Verdict> verdicts = verdicts(false);
    assertThat(verdicts)
        .containsEntry("lambada_openai", Verdict.RISES)
        .containsEntry("piqa", Verdict.RISES)
        .containsEntry("sciq", Verdict.RISES)
        .containsEntry("logiqa", Verdict.FLAT);
  }

  @Test
  void sizeAndTrainingBothRaiseLambada() {
    JointRateTrend trend =
        JointRateTrends.fit(
            rows.stream()
                .filter(row -> row.task().equals("lambada_openai") && row.step() >= 1000)
                .map(
                    row ->
                        new JointRateObservation(
                            row.parameters(),
                            row.step() * TOKENS_PER_STEP,
                            row.ratio(),
                            row.model(),
                            "only"))
                .toList(),
            Link.LOGIT,
            0.95);
    assertThat(trend.parametersSlope().estimate().interval().orElseThrow().lower()).isPositive();
    assertThat(trend.tokensSlope().estimate().interval().orElseThrow().lower()).isPositive();
    assertThat(trend.runs()).isEqualTo(16);
  }

  /** Over size at the last step, or over steps from 1000 on within each model. */
  private static Map<String, Verdict> verdicts(boolean overSize) {
    List<RateTrend> trends =
        TASKS.stream()
            .map(task -> RateTrends.along(observations(task, overSize), options()))
            .toList();
    List<VerdictRule.Call> calls = VerdictRule.USUAL.decide(trends);
    Map<String, Verdict> verdicts = new TreeMap<>();
    for (int task = 0; task < TASKS.size(); task++) {
      verdicts.put(TASKS.get(task), calls.get(task).verdict());
    }
    return verdicts;
  }

  private static TrendOptions options() {
    return new TrendOptions(AxisScale.LOG10, Link.LOGIT, 0.95, 100, new Seed(1));
  }

  private static List<RateObservation> observations(String task, boolean overSize) {
    return rows.stream()
        .filter(row -> row.task().equals(task))
        .filter(row -> overSize ? row.step() == 143_000 : row.step() >= 1000)
        .map(
            row ->
                new RateObservation(
                    overSize ? row.parameters() : row.step() * TOKENS_PER_STEP,
                    row.ratio(),
                    row.model(),
                    "only"))
        .toList();
  }
}
