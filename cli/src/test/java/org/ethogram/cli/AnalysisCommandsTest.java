package org.ethogram.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnalysisCommandsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir private Path folder;
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  void memoryOneShowsTheLongRunAndTheVerdicts() {
    assertThat(execute("games", "memory-one", "1,1,0,1/3,0", "--against", "always-defect"))
        .isZero();
    assertThat(output.toString())
        .contains(
            "after CC 1, CD 0, DC 0.3333, DD 0", "itself", "always-defect", "partner", "rival");
  }

  @Test
  void memoryOneAnswersProgramsWithOneObjectALine() {
    execute("games", "memory-one", "zd-extort-2", "--against", "always-cooperate", "--json");
    List<JsonNode> lines = lines();
    JsonNode exploited = line(lines, "encounter", "against", "always-cooperate");
    // Three to one: x - 1 = 2 (y - 1) on the line from 3, 3 to 5, 0.
    assertThat(exploited.path("payoffs").get(0).doubleValue()).isCloseTo(3.5, within(1e-9));
    assertThat(exploited.path("payoffs").get(1).doubleValue()).isCloseTo(2.25, within(1e-9));
    JsonNode relation = line(lines, "relation", "strategy", "zd-extort-2");
    assertThat(relation.path("extortion_factor").doubleValue()).isCloseTo(2, within(1e-9));
    assertThat(relation.path("baseline").doubleValue()).isCloseTo(1, within(1e-9));
    assertThat(line(lines, "verdict", "property", "extortionate").path("verdict").stringValue())
        .isEqualTo("yes");
    assertThat(line(lines, "verdict", "property", "subgame-perfect").has("margin")).isFalse();
  }

  @Test
  void aMachineHasALongRunAndNoVerdicts() {
    assertThat(execute("games", "memory-one", "grim-trigger", "--noise", "0.05")).isZero();
    assertThat(output.toString()).contains("2 states", "No verdicts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "games memory-one 1,1,0,1|4 probabilities instead of 5",
        "games memory-one 1,1,0,1,1.5|outside 0 to 1",
        "games memory-one 1,1,0,1,x|is no number",
        "games memory-one 1,1,0,1,NaN|outside 0 to 1",
        "games memory-one tit-for-tt|Did you mean",
        "games memory-one gradual|finitely many states",
        "games memory-one tit-for-tat --noise 2|--noise and --discount go from 0 to 1",
        "games memory-one tit-for-tat --game public-goods|two players",
        "games analyse absent.jsonl|there is no such file",
        "games analyse absent.jsonl --bootstrap 10|--bootstrap is at least 100",
        "games analyse absent.jsonl --memory 9|--memory goes from 0 to 5",
        "games analyse absent.jsonl --strategies tit-for-tt|Did you mean",
      })
  void badInputIsSaid(String line, String message) {
    assertThat(execute(line.split(" "))).isEqualTo(2);
    assertThat(errors.toString())
        .contains(message)
        .doesNotContain("Exception", "defect in Ethogram");
    assertThat(output.toString()).isEmpty();
  }

  @Test
  void playedMatchesAreMeasuredForEveryPlayer() throws IOException {
    Path file = folder.resolve("played.jsonl");
    StringBuilder text = new StringBuilder();
    for (int match = 0; match < 12; match++) {
      // Tit for tat against a cycle that begins elsewhere each time.
      String other = "CDDCCD".substring(match % 4) + "CDDC";
      String own = "C" + other.substring(0, other.length() - 1);
      text.append(
          "{\"game\":\"prisoners-dilemma\",\"players\":[\"copycat\",\"cycler\"],\"actions\":[\"%s\",\"%s\"]}\n"
              .formatted(own, other));
    }
    Files.writeString(file, text.append("{\"error\":\"not played\"}\n"));
    Path out = folder.resolve("out");
    assertThat(
            execute(
                "games",
                "analyse",
                file.toString(),
                "--json",
                "--out",
                out.toString(),
                "--bootstrap",
                "100"))
        .isZero();
    assertThat(errors.toString()).contains("1 lines are errors");
    List<JsonNode> lines = lines();
    JsonNode afterDefection =
        lines.stream()
            .filter(line -> line.path("figure").stringValue("").equals("memory-one"))
            .filter(line -> line.path("player").stringValue("").equals("copycat"))
            .filter(line -> line.path("name").stringValue("").equals("CD"))
            .findFirst()
            .orElseThrow();
    assertThat(afterDefection.path("value").doubleValue()).isZero();
    assertThat(afterDefection.path("low").doubleValue()).isZero();
    assertThat(afterDefection.path("high").doubleValue()).isBetween(.05, .5);
    assertThat(line(lines, "nearest", "player", "copycat").path("value").doubleValue())
        .isCloseTo(0, within(.01));
    double shares =
        lines.stream()
            .filter(line -> line.path("figure").stringValue("").equals("strategy-share"))
            .mapToDouble(line -> line.path("value").doubleValue())
            .sum();
    assertThat(shares).isCloseTo(1, within(1e-9));
    assertThat(Files.readAllLines(out.resolve("analysis.csv"))).hasSize(lines.size() + 1);
    String first = output.toString();
    output.getBuffer().setLength(0);
    execute("games", "analyse", file.toString(), "--json", "--bootstrap", "100");
    assertThat(output.toString()).as("the same command again").isEqualTo(first);
  }

  @Test
  void whatHasNoCooperationHasNoMixture() throws IOException {
    Path file = folder.resolve("coins.csv");
    Files.writeString(file, "match,round,action1,action2\n1,1,heads,tails\n1,2,tails,tails\n");
    assertThat(execute("games", "analyse", file.toString(), "--game", "matching-pennies")).isZero();
    assertThat(output.toString()).contains("payoff", "n/a").doesNotContain("SFEM");
    assertThat(
            execute(
                "games",
                "analyse",
                file.toString(),
                "--game",
                "matching-pennies",
                "--player",
                "player-3"))
        .isEqualTo(2);
    assertThat(errors.toString()).contains("no player 'player-3'");
  }

  private List<JsonNode> lines() {
    return output.toString().lines().map(JSON::readTree).toList();
  }

  private static JsonNode line(List<JsonNode> lines, String figure, String key, String value) {
    return lines.stream()
        .filter(line -> line.path("figure").stringValue("").equals(figure))
        .filter(line -> line.path(key).stringValue("").equals(value))
        .findFirst()
        .orElseThrow();
  }

  private int execute(String... arguments) {
    CommandLine commandLine = Ethogram.commandLine();
    commandLine.setOut(new PrintWriter(output, true));
    commandLine.setErr(new PrintWriter(errors, true));
    return commandLine.execute(arguments);
  }
}
