package org.ethogram.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvolveCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  private int evolve(String options) {
    CommandLine commandLine = Ethogram.commandLine();
    commandLine.setOut(new PrintWriter(output, true));
    commandLine.setErr(new PrintWriter(errors, true));
    String[] words = ("games evolve " + options.replace("DIR", folder.toString())).split(" ");
    return commandLine.execute(words);
  }

  private List<JsonNode> rows() {
    return Arrays.stream(output.toString().split("\n")).map(JSON::readTree).toList();
  }

  private void payoffs(String text) throws IOException {
    Files.writeString(folder.resolve("p.csv"), text.replace(';', '\n'));
  }

  @Test
  void defectorsTakeOverTheDilemmaAndTheCourseIsDrawn() {
    assertThat(
            evolve(
                "--dynamics replicator --game prisoners-dilemma --types cooperate,defect"
                    + " --start cooperate=0.9 --out DIR/out"))
        .isZero();
    assertThat(output.toString()).contains("defect takes over", "stable", "unstable");
    assertThat(folder.resolve("out/shares.svg")).isNotEmptyFile();
    assertThat(folder.resolve("out/shares.csv")).content().contains("cooperate,fit,0.0,0.9");
  }

  @Test
  void errorsOfPayoffsBecomeIntervals() throws IOException {
    payoffs("type,against,payoff,error;a,a,1,0.2;a,b,1,0.2;b,a,1,0;b,b,1,0");
    assertThat(
            evolve("--dynamics replicator --payoffs DIR/p.csv --time 200 --resamples 100 --json"))
        .isZero();
    JsonNode a = rows().getFirst();
    assertThat(a.get("takes_over_n").asInt()).isEqualTo(100);
    assertThat(a.get("takes_over").asDouble()).isBetween(0.1, 0.9);
    assertThat(a.get("end_low").asDouble()).isLessThan(a.get("end_high").asDouble());
  }

  @Test
  void aMutantsChanceStandsBesideThatOfDrift() {
    assertThat(
            evolve(
                "--dynamics moran --game prisoners-dilemma --population 10 --selection linear"
                    + " --intensity 0 --runs 50 --json"))
        .isZero();
    List<JsonNode> fixations =
        rows().stream().filter(row -> row.get("kind").asString().equals("fixation")).toList();
    assertThat(fixations).hasSize(2);
    assertThat(fixations.getFirst().get("probability").asDouble()).isEqualTo(0.1, within(1e-12));
    assertThat(fixations.getFirst().get("selection").asString()).isEqualTo("neutral");
  }

  @Test
  void strategiesPlayMatchesForTheirPayoffs() {
    assertThat(
            evolve(
                "--dynamics rare-mutations --game prisoners-dilemma --players"
                    + " tit-for-tat,always-defect --rounds 20 --population 20 --json"))
        .isZero();
    assertThat(rows().getFirst().get("type").asString()).isEqualTo("tit-for-tat");
  }

  @Test
  void everyDynamicsAnswers() throws IOException {
    payoffs(",rock,paper,scissors;rock,1,0,2;paper,2,1,0;scissors,0,2,1");
    for (String dynamics :
        List.of(
            "replicator-mutator",
            "discrete-replicator",
            "logit",
            "boltzmann-q",
            "best-response",
            "brown-von-neumann-nash",
            "smith",
            "death-birth --population 12 --runs 20",
            "fermi --graph ring:12 --runs 20",
            "imitate-best --graph torus:3x4 --runs 20",
            "wright-fisher --population 12 --runs 20",
            "moran --mutation 0.1 --population 12 --runs 20",
            "alpha-rank",
            "stationary --population 12")) {
      assertThat(evolve("--payoffs DIR/p.csv --time 5 --dynamics " + dynamics))
          .as(dynamics)
          .isZero();
    }
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void gamesOfRolesHaveAPopulationForEachSeat() {
    assertThat(evolve("--dynamics alpha-rank --game bach-or-stravinsky --roles")).isZero();
    assertThat(output.toString()).contains("0.5000");
    assertThat(evolve("--dynamics replicator --game matching-pennies")).isZero();
    assertThat(output.toString()).contains("still moving");
    assertThat(evolve("--dynamics moran --game matching-pennies")).isEqualTo(2);
    assertThat(errors.toString()).contains("for one population");
  }

  @Test
  void whereNobodyTakesOverInTimeThatIsSaid() throws IOException {
    payoffs(",a,b;a,0,2;b,2,0");
    assertThat(evolve("--dynamics moran --payoffs DIR/p.csv --population 200 --steps 10 --runs 5"))
        .isZero();
    assertThat(output.toString()).startsWith("no type takes over within 10 steps (5 runs)");
  }

  /** Its path winds round the equilibrium by ever shorter legs. */
  @Test
  void bestResponsesComeToRestInMatchingPennies() {
    assertThat(evolve("--dynamics best-response --game matching-pennies --start heads=0.7 --json"))
        .isZero();
    assertThat(rows().getFirst().get("end").asDouble()).isEqualTo(0.5, within(1e-3));
    assertThat(rows()).noneMatch(row -> row.get("kind").asString().equals("still_moving"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--dynamics moron --game prisoners-dilemma | Did you mean 'moran'",
        "--dynamics moran | --payoffs FILE or --game GAME",
        "--dynamics stationary --game prisoners-dilemma --update morn | --update morn",
        "--dynamics alpha-rank --game prisoners-dilemma --intensity infx | --intensity infx",
        "--dynamics moran --game prisoners-dilemma --population -5 | --population -5",
        "--dynamics moran --game prisoners-dilemma --population 2000000000 | at most 10000000",
        "--dynamics moran --game prisoners-dilemma --types cooperat | Did you mean 'cooperate'",
        "--dynamics moran --game prisoners-dilemma --selection linear --intensity 2 | intensity of"
            + " 2",
        "--dynamics moran --game prisoners-dilemma --selection linear --intensity 1 | Raise the"
            + " payoffs",
        "--dynamics moran --game prisoners-dilemma --mutation 2 | mutation of 2",
        "--dynamics moran --game prisoners-dilemma --start cooperate=x | --start cooperate=x",
        "--dynamics moran --game prisoners-dilemma --start cooperate=2 | Let them sum to 1",
        "--dynamics alpha-rank --game prisoners-dilemma --graph ring:5 | --graph is for",
        "--dynamics fermi --game prisoners-dilemma --graph ring:5 --population 6 | leave it out",
        "--dynamics replicator --payoffs DIR/none.csv | none.csv",
        "--dynamics replicator --payoffs DIR/bad.csv | bad.csv:2:5"
      })
  void whatCannotEvolveIsToldInOneMessage(String options, String message) throws IOException {
    Files.writeString(folder.resolve("bad.csv"), ",a,b\na,1,NaN\nb,1,1\n");
    assertThat(evolve(options)).isEqualTo(2);
    assertThat(errors.toString()).contains(message).doesNotContain("\tat ");
  }
}
