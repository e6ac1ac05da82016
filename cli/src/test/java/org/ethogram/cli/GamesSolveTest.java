package org.ethogram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GamesSolveTest {
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  void theUsualAnswerIsEquilibriaDominanceAndSecurityLevels() {
    assertThat(execute("stag-hunt")).isZero();
    assertThat(output.toString())
        .contains(
            "3 listed; all equilibria, in exact fractions",
            "stag 2/3 (0.6667), hare 1/3 (0.3333)",
            "payoffs 8/3 (2.6667), 8/3 (2.6667); exact",
            "player 1 secures 2 with hare");
  }

  @Test
  void everyConceptIsAnsweredOrSaysThatItDoesNotApply() {
    assertThat(execute("public-goods", "--concept", "all")).isZero();
    assertThat(output.toString())
        .contains("keep | keep | keep", "n/a: not a symmetric game of two players");
  }

  @Test
  void jsonHoldsFractionsAndDecimals() {
    assertThat(execute("bach-or-stravinsky", "--concept", "mixed", "--json")).isZero();
    List<JsonNode> lines = output.toString().lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(lines.getFirst().get("complete").asBoolean()).isTrue();
    JsonNode bach = lines.get(1).get("strategies").get(0).get("bach");
    assertThat(bach.get("fraction").asString()).isEqualTo("2/3");
    assertThat(bach.get("decimal").asDouble()).isEqualTo(2 / 3.0);
  }

  /** Nau, Gomez Canovas & Hansen 2004, section 4: one irrational equilibrium. */
  @Test
  void gamesOfThreeAreReadFromFilesAndSolvedByHomotopy(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("three.nfg");
    Files.writeString(
        file,
        """
        NFG 1 R "three" { "1" "2" "3" } { 2 2 2 }
        3 0 2 0 1 0 0 2 0 1 0 0 1 0 0 0 3 0 0 1 0 2 0 3
        """);
    assertThat(execute(file.toString(), "--concept", "nash")).isZero();
    assertThat(output.toString())
        .contains("1 listed", "0.6192", "0.4798", "0.3788", "rounded, largest regret")
        .contains("which is no proof");
  }

  @Test
  void setsOfADegenerateGameAreTold(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("ties.nfg");
    Files.writeString(file, "NFG 1 R \"ties\" { \"1\" \"2\" } { 2 2 } 1 1 0 0 1 1 2 2");
    assertThat(execute(file.toString())).isZero();
    assertThat(output.toString()).contains("degenerate", "set in component 1: any mixture of");
  }

  @Test
  void thePathIsDrawn(@TempDir Path folder) throws Exception {
    assertThat(execute("stag-hunt", "--concept", "qre", "--out", folder.toString())).isZero();
    assertThat(Files.readString(folder.resolve("quantal-response-path.csv")))
        .contains("lambda,probability")
        .contains("player 1,stag,observed,0.0,0.5");
    assertThat(execute("stag-hunt", "--out", folder.toString())).isEqualTo(2);
  }

  @Test
  void regretOfAProfileAndOfAHistory() {
    assertThat(execute("matching-pennies", "--profile", "1/2,1/2;0.9,0.1")).isZero();
    assertThat(output.toString()).contains("epsilon = 4/5 (0.8000)");
    assertThat(execute("matching-pennies", "--history", "heads,tails;heads,heads")).isZero();
    assertThat(output.toString()).contains("n = 2 rounds");
  }

  @Test
  void badInputIsOneMessage() {
    assertThat(execute("chicken", "--concept", "nsh")).isEqualTo(2);
    assertThat(execute("chicken", "--profile", "1,x;1,0")).isEqualTo(2);
    assertThat(execute("chicken", "--profile", "1/0,1;1,0")).isEqualTo(2);
    assertThat(execute("chicken", "--profile", "1e999999999,0;1,0")).isEqualTo(2);
    assertThat(execute("chicken", "--history", "swerve;swerve,straight")).isEqualTo(2);
    assertThat(execute("chicken", "--history", "swerv;swerve")).isEqualTo(2);
    assertThat(execute("chicken", "--concept", "qre", "--lambda-max", "-1")).isEqualTo(2);
    assertThat(execute("public-goods", "--concept", "ess")).isEqualTo(2);
    assertThat(errors.toString())
        .contains("Did you mean 'nash'", "'x' is no probability", "Did you mean 'swerve'")
        .doesNotContain("a defect in Ethogram");
  }

  private int execute(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "games";
    all[1] = "solve";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    CommandLine commandLine = Ethogram.commandLine();
    commandLine.setOut(new PrintWriter(output, true));
    commandLine.setErr(new PrintWriter(errors, true));
    return commandLine.execute(all);
  }
}
