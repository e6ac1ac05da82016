package org.ethogram.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ethogram.core.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FitAndTrendTest {
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @TempDir private Path folder;
  private Path losses = Path.of("");

  private int execute(String... arguments) {
    CommandLine commandLine = Ethogram.commandLine();
    commandLine.setOut(new PrintWriter(output, true));
    commandLine.setErr(new PrintWriter(errors, true));
    return commandLine.execute(arguments);
  }

  private List<JsonNode> lines() {
    return output.toString().lines().map(JsonMapper.shared()::readTree).toList();
  }

  /** Eight runs of ten checkpoints under the law of Hoffmann et al. 2022, with noise of 0.2%. */
  @BeforeEach
  void measure() throws IOException {
    RandomGenerator random = new Seed(7).generator();
    StringBuilder rows = new StringBuilder("run,N,D,loss,se\n");
    for (int run = 0; run < 8; run++) {
      double n = 1e7 * Math.pow(4, run);
      for (int checkpoint = 0; checkpoint < 10; checkpoint++) {
        double d = 1e8 * Math.pow(3, checkpoint);
        double loss = 1.69 + 406.4 / Math.pow(n, 0.34) + 410.7 / Math.pow(d, 0.28);
        loss *= Math.exp(0.002 * random.nextGaussian());
        rows.append(String.format(Locale.ROOT, "r%d,%s,%s,%s,0.01%n", run, n, d, loss));
      }
    }
    losses = Files.writeString(folder.resolve("losses.csv"), rows);
  }

  @Test
  void theJointLawIsRecoveredWithIntervalsAndAPrediction() {
    int exit =
        execute(
            "fit",
            losses.toString(),
            "--law=joint-power-law",
            "--x=N,D",
            "--y=loss",
            "--cluster=run",
            "--holdout=largest:1",
            "--forecast=N=1e12,D=1e13",
            "--bootstrap=200",
            "--json",
            "--out=" + folder.resolve("out"));
    assertThat(exit).as(errors.toString()).isZero();
    JsonNode fit = lines().getFirst();
    JsonNode alpha = fit.at("/parameters/alpha");
    assertThat(alpha.at("/value").asDouble()).isCloseTo(0.34, within(0.05));
    assertThat(alpha.at("/interval/lower").asDouble()).isLessThan(0.34);
    assertThat(alpha.at("/interval/upper").asDouble()).isGreaterThan(0.34);
    assertThat(fit.at("/clusters").asInt()).isEqualTo(8);
    assertThat(fit.at("/residuals")).hasSize(80);
    assertThat(fit.at("/holdout/0/error").asDouble())
        .isLessThan(0.02)
        .isLessThan(fit.at("/holdout/0/error_of_no_change").asDouble());
    assertThat(fit.at("/forecasts/0/mean").asDouble()).isCloseTo(1.81, within(0.1));
    assertThat(fit.at("/forecasts/0/prediction/lower").asDouble())
        .isLessThan(fit.at("/forecasts/0/interval/lower").asDouble());
    assertThat(fit.at("/verdict/D/verdict").asString()).isEqualTo("falls");
    assertThat(folder.resolve("out"))
        .isDirectoryContaining("glob:**/law.svg")
        .isDirectoryContaining("glob:**/law.csv")
        .isDirectoryContaining("glob:**/residuals.svg")
        .isDirectoryContaining("glob:**/table-parameters.csv")
        .isDirectoryContaining("glob:**/fit.json")
        .isDirectoryContaining("glob:**/index.html")
        .isDirectoryContaining("glob:**/assets");
  }

  @Test
  void withoutClustersThereAreValuesAndNoIntervals() {
    assertThat(
            execute(
                "fit",
                losses.toString(),
                "--law=power-law",
                "--x=D",
                "--y=loss",
                "--json",
                "--where=run=r3"))
        .isZero();
    JsonNode beta = lines().getFirst().at("/parameters/alpha");
    assertThat(beta.at("/value").asDouble()).isCloseTo(0.28, within(0.05));
    assertThat(beta.has("interval")).isFalse();
    assertThat(lines().getFirst().at("/verdict/D/verdict").asString()).isEqualTo("not-enough-data");
    assertThat(errors.toString()).contains("--cluster none");
  }

  @Test
  void independentRowsHaveProfilesToo() {
    assertThat(
            execute(
                "fit",
                losses.toString(),
                "--law=power-law",
                "--x=D",
                "--y=loss",
                "--json",
                "--where=run=r3",
                "--cluster=none",
                "--bootstrap=100"))
        .isZero();
    JsonNode beta = lines().getFirst().at("/parameters/alpha");
    assertThat(beta.at("/profile/lower").asDouble()).isLessThan(0.28);
    assertThat(beta.at("/profile/upper").asDouble()).isGreaterThan(0.28);
  }

  @Test
  void everyGroupHasItsVerdictAndTheyAreCorrectedTogether() throws IOException {
    StringBuilder rows = new StringBuilder("{\"task\": \"up\"}\n");
    RandomGenerator random = new Seed(3).generator();
    for (int run = 0; run < 8; run++) {
      double logit = (run - 3.5) * 0.5;
      double rises = 1 / (1 + Math.exp(-logit));
      for (String task : List.of("up", "down", "level")) {
        double rate = task.equals("up") ? rises : task.equals("down") ? 1 - rises : 0.5;
        rows.append(
            String.format(
                Locale.ROOT,
                "{\"task\": \"%s\", \"n\": %s, \"accuracy\": %s, \"items\": 10000}%n",
                task,
                1e6 * Math.pow(4, run),
                rate + 0.002 * random.nextGaussian()));
      }
    }
    Path file = Files.writeString(folder.resolve("tasks.jsonl"), rows);
    assertThat(
            execute(
                "trend",
                file.toString(),
                "--x=n",
                "--y=accuracy",
                "--trials=items",
                "--cluster=none",
                "--group=task",
                "--json"))
        .as(errors.toString())
        .isZero();
    assertThat(lines())
        .extracting(line -> line.get("group").asString() + " " + line.get("verdict").asString())
        .containsExactly("up rises", "down falls", "level flat");
    assertThat(lines().getFirst().at("/dropped/0/row").asInt()).isEqualTo(1);
    assertThat(lines().getFirst().at("/dropped/0/reason").asString()).contains("no n");
    assertThat(errors.toString()).contains("1 of 25 rows dropped", "row 1: no n");
  }

  @Test
  void countsFromZeroHaveAPlaceOneStepOn() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("steps.csv"), "step,rate\n0,0.2\n9,0.4\n99,0.6\n999,0.8\n");
    assertThat(execute("trend", file.toString(), "--x=1+step", "--y=rate", "--json")).isZero();
    assertThat(lines().getFirst().get("levels").asInt()).isEqualTo(4);
    assertThat(lines().getFirst().get("dropped")).isEmpty();
  }

  @Test
  void aTableForPeopleHoldsTheSameFigures() {
    assertThat(
            execute("trend", losses.toString(), "--x=N,D", "--y=loss", "--cluster=run", "--se=se"))
        .isZero();
    assertThat(output.toString())
        .contains("falls", "shape", "Both inputs at once", "80 / 8")
        .doesNotContain("NaN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --law=power-law --x=N --y=los           | Did you mean 'loss'
          --law=power-lawn --x=N --y=loss         | Did you mean 'power-law'
          --law=power-law --x=N --y=run           | row 2, column run: 'r0' is no number
          --law=joint-power-law --x=N --y=loss    | Give 2 inputs
          --law=saturating --x=N --y=loss --loss=binomial | a column of trials
          --law=power-law --x=N --y=loss --holdout=largest | largest:1
          --law=power-law --x=N --y=loss --holdout=M:largest:1 | no input 'M'
          --law=power-law --x=N --y=loss --forecast=D=3 | no input 'D'
          --law=power-law --x=N --y=loss --forecast=N=-3 | no value above 0
          --law=power-law --x=N --y=loss --bound=alpha | alpha=0.1:0.9
          --law=power-law --x=N --y=loss --bound=gamma=0:1 | no such parameter
          --law=power-law --x=N --y=loss --where=run=r9 | no row can be fitted
          --law=power-law --x=N --y=loss --where=N<3e7 | 1 distinct points for 3 parameters
          --law=power-law --x=N --y=loss --bootstrap=10 | at least 100
          --law=power-law --x=N --y=loss --level=2 | between 0 and 1
          --law=power-law --x=N --y=loss --join=none.csv | Name it by --on
          --law=power-law --x=N --y=loss --join=none.csv --on=run | no such file
          """)
  void whatCannotBeFittedIsOneMessage(String options, String message) {
    String[] arguments =
        Stream.concat(Stream.of("fit", losses.toString()), Stream.of(options.split(" ")))
            .toArray(String[]::new);
    assertThat(execute(arguments)).isEqualTo(2);
    assertThat(errors.toString()).contains(message).doesNotContain("\tat ");
    assertThat(output.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          n,y;1,-2;2,3;3,4;4,5    | --law=power-law | y = -2.0
          n,y;1,inf;2,3           | --law=power-law | 'inf' is not finite
          n,y;1,2;2,abc;3,x       | --law=power-law | row 3, column y: 'abc' is no number; row 4
          n,y;1,2;2,3;3,1         | --law=logit-linear | y = 2.0
          """)
  void figuresThatALawCannotTakeAreNamed(String table, String law, String message)
      throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), table.replace(";", "\n"));
    assertThat(execute("fit", file.toString(), law, "--x=n", "--y=y", "--loss=huber")).isEqualTo(2);
    assertThat(errors.toString()).contains(message).doesNotContain("\tat ");
  }
}
