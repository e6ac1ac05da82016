package org.ethogram.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ethogram.core.Progress;
import org.ethogram.core.Seed;
import org.ethogram.report.figure.Csv;
import org.ethogram.report.figure.CsvFigure;
import org.ethogram.report.figure.Figure;
import org.ethogram.report.figure.Point;
import org.ethogram.report.findings.Findings;
import org.ethogram.report.plots.Plots;
import org.ethogram.report.text.TextReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
  private static final String HOSTILE =
      "study: simulated # <script>alert('x')</script> & \"quotes\"\n";

  @TempDir static Path folder;

  private static Report.Written written;
  private static String page;

  @BeforeAll
  static void write() throws IOException {
    SimulatedStore store = Simulation.small().withStudy(HOSTILE).store(new Seed(3));
    store.warn("two checkpoints hold the <b>same</b> weights");
    written = Report.write(store, folder, Progress.NONE);
    page = Files.readString(written.index());
  }

  @Test
  void thePageLoadsNothingFromOutsideItsFolder() {
    List<String> targets =
        Pattern.compile("(?:src|href|url|action|data)\\s*[=(]\\s*[\"']?([^\"')\\s>]*)")
            .matcher(page)
            .results()
            .map(result -> result.group(1))
            .toList();
    assertThat(targets).isNotEmpty().noneMatch(target -> target.matches("(?i)([a-z]+:)?//.*"));
    assertThat(page).doesNotContain("@import", "<link", "<script src", "<iframe");
    for (String target : targets) {
      assertThat(target.startsWith("#") || Files.exists(folder.resolve(target))).isTrue();
    }
  }

  @Test
  void textOfTheStudyStaysText() {
    assertThat(page).contains("&lt;script&gt;alert(").contains("&lt;b&gt;same&lt;/b&gt;");
    assertThat(page).doesNotContain("<b>same</b>");
  }

  @Test
  void everyFigureHasItsNumbersBesideIt() throws IOException {
    List<Figure> figures = Plots.of(written.findings()).all();
    assertThat(figures).hasSizeGreaterThan(8);
    for (Figure figure : figures) {
      assertThat(page).contains("<figure id=\"" + figure.name() + "\">");
      assertThat(folder.resolve("figures/" + figure.name() + ".svg")).isNotEmptyFile();
      String csv = Files.readString(folder.resolve("data/" + figure.name() + ".csv"));
      assertThat(csv).isEqualTo(CsvFigure.render(figure));
      long points =
          figure.panels().stream()
              .flatMap(panel -> panel.series().stream())
              .mapToLong(series -> series.points().size())
              .sum();
      assertThat(csv.lines().filter(line -> line.contains(",observed,")).count()).isEqualTo(points);
    }
  }

  @Test
  void everyFigureHasAChartOfTheSameNumbers() {
    List<String> charts =
        Pattern.compile("<script type=\"application/json\">(.*?)</script>", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(result -> result.group(1))
            .toList();
    List<Figure> figures = Plots.of(written.findings()).all();
    assertThat(charts).hasSizeGreaterThan(8).hasSizeLessThanOrEqualTo(figures.size());
    for (String chart : charts) {
      JsonNode specification = JsonMapper.shared().readTree(chart);
      Figure figure =
          figures.stream()
              .filter(one -> specification.get("description").asString().startsWith(one.title()))
              .filter(one -> one.panels().size() == specification.get("concat").size())
              .filter(one -> specification.get("description").asString().endsWith(one.caption()))
              .findFirst()
              .orElseThrow();
      for (int index = 0; index < figure.panels().size(); index++) {
        List<Double> drawn = new ArrayList<>();
        specification
            .at("/concat/" + index + "/data/values")
            .forEach(
                row -> {
                  if (row.get("kind").asString().equals("observed")) {
                    drawn.add(row.get("y").asDouble());
                  }
                });
        assertThat(drawn)
            .isEqualTo(
                figure.panels().get(index).series().stream()
                    .flatMap(series -> series.points().stream())
                    .map(Point::y)
                    .toList());
      }
    }
  }

  @Test
  void aChartIsDrawnInABrowserWithoutANetwork() throws Exception {
    Optional<Path> browser =
        Stream.of("/usr/bin/chromium", "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(browser.isPresent(), "skipped: no Chromium on this machine");
    Path opened =
        Files.writeString(
            folder.resolve("opened.html"),
            page.replace(
                "</body>",
                "<script>document.querySelector('details.explore').open = true</script></body>"));
    Path document = folder.resolve("document.html");
    Process process =
        new ProcessBuilder(
                browser.get().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=20000",
                "--dump-dom",
                opened.toUri().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(document.toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    assertThat(Files.readString(document)).contains("role-mark", "role-legend");
  }

  @Test
  void thePageTheTerminalAndTheSummarySayTheSame() throws IOException {
    String text = TextReport.of(written.findings());
    JsonNode summary =
        JsonMapper.shared().readTree(Files.readString(folder.resolve("summary.json")));
    JsonNode answer = summary.get("answers").get(0);
    String claim = answer.get("claim").asString();
    assertThat(claim).startsWith("Cooperation rises with model size");
    assertThat(page).contains(claim);
    assertThat(text.replaceAll("\\s+", " ")).contains(claim);
    double value = summary.get("headline").get(3).get("value").asDouble();
    String percent = Math.round(1000 * value) / 10.0 + "%";
    assertThat(page).contains(">" + percent + "<");
  }

  @Test
  void noNumberIsNotANumber() throws IOException {
    for (Path file : written.files()) {
      if (!file.toString().endsWith(".png") && !file.startsWith(folder.resolve("assets"))) {
        assertThat(Files.readString(file)).doesNotContain("NaN", "Infinity", "null%", "Optional");
      }
    }
  }

  @Test
  void theEstimatesTableHoldsEveryEstimate() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("data/estimates.csv"));
    assertThat(lines).hasSize(1 + written.findings().rates().all().size());
    assertThat(lines.getFirst()).startsWith("subject,family,size,").contains("numerator");
    assertThat(Csv.row(List.of("a", "b"))).isEqualTo("a,b\n");
  }

  @Test
  void aMeasureThatDoesNotApplyIsNotAvailable() {
    // The untrained subjects understood no episode.
    Pattern row = Pattern.compile("<tr><td class=\"words\"><span>12k@step0</span>.*?</tr>");
    List<String> rows = row.matcher(page).results().map(MatchResult::group).toList();
    assertThat(rows).anyMatch(one -> one.contains("<span>n/a</span>"));
  }

  @Test
  void aStoreOfFailuresStillHasAPageThatSaysSo(@TempDir Path other) throws IOException {
    Report.Written failed = Report.write(Simulation.small().failures(), other, Progress.NONE);
    String html = Files.readString(failed.index());
    assertThat(html)
        .contains("Nothing was scored")
        .contains("the &lt;model&gt; did not load")
        .contains("1,000 episodes were planned. 0 were scored")
        .contains("not enough data")
        .doesNotContain("<figure")
        .doesNotContain("NaN");
    assertThat(TextReport.of(failed.findings()))
        .contains("0 of 1,000 episodes scored", "the <model> did not load");
  }

  @Test
  void aStudyWithoutScalesHasRatesButNoLaw(@TempDir Path other) throws IOException {
    Findings findings = written.findings();
    Simulation single = Simulation.small().withSizes(List.of(12_000L));
    Report.Written one = Report.write(single.store(new Seed(2)), other, Progress.NONE);
    assertThat(Files.readString(one.index())).contains("These data cannot tell");
    assertThat(one.findings().headline()).isEqualTo(findings.headline());
  }
}
