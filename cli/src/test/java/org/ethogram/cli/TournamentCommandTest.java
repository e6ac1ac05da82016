package org.ethogram.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ethogram.games.formats.PayoffCsv;
import org.ethogram.games.populations.PopulationGame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TournamentCommandTest {
  private static final String THREE = "always-cooperate,always-defect,tit-for-tat";

  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  void theRankingIsATable() {
    assertThat(tournament("--players", THREE, "--rounds", "10", "--no-self-play")).isZero();
    List<String> lines = output.toString().lines().toList();
    assertThat(lines.getFirst()).isEqualTo("prisoners-dilemma: players 3, pairs 3, repetitions 10");
    // 5 against always-cooperate, (5 + 9) / 10 against tit for tat.
    assertThat(lines.get(3)).startsWith("1     always-defect").contains("3.2000", "2.00", "0.0000");
    assertThat(errors.toString()).contains("3/3 meetings");
  }

  /** The first round alone separates tit for tat from always defecting: (0 + 9) / 10. */
  @Test
  void jsonHasALineForEachPlayerAndEachPair() {
    assertThat(tournament("--players", THREE, "--rounds", "10", "--json")).isZero();
    List<JsonNode> lines = output.toString().lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(lines).hasSize(3 + 9);
    JsonNode best = lines.getFirst();
    assertThat(best.get("kind").asString()).isEqualTo("player");
    assertThat(best.get("rank").asInt()).isEqualTo(1);
    assertThat(best.get("score_standard_error").asDouble()).isZero();
    JsonNode pair =
        lines.stream()
            .filter(line -> line.path("player").asString().equals("tit-for-tat"))
            .filter(line -> line.path("opponent").asString("").equals("always-defect"))
            .findFirst()
            .orElseThrow();
    assertThat(pair.get("payoff").asDouble()).isEqualTo(0.9, within(1e-12));
    assertThat(pair.get("cd").asDouble()).isEqualTo(0.1, within(1e-12));
    assertThat(pair.get("cc_to_c").isNull()).isTrue();
  }

  @Test
  void filesHoldTheRowsTheMatricesAndTheOptions(@TempDir Path folder) throws IOException {
    String[] options = {
      "--players",
      "random,tit-for-tat,random",
      "--repetitions",
      "3",
      "--noise",
      "0.1",
      "--horizon",
      "0.9",
      "--seed",
      "7",
      "--out",
      folder.resolve("new").toString()
    };
    assertThat(tournament(options)).isZero();
    Path out = folder.resolve("new");
    assertThat(Files.readAllLines(out.resolve("ranking.csv"))).hasSize(4);
    assertThat(Files.readAllLines(out.resolve("pairs.csv"))).hasSize(10);
    assertThat(Files.readAllLines(out.resolve("repetitions.csv"))).hasSize(10);
    assertThat(Files.readAllLines(out.resolve("payoffs.csv")).getFirst())
        .isEqualTo("player,random,tit-for-tat,random #2");
    assertThat(Files.readAllLines(out.resolve("payoff-errors.csv"))).hasSize(4);
    PopulationGame game =
        PayoffCsv.read(out.resolve("payoffs.csv"), Optional.of(out.resolve("payoff-errors.csv")));
    assertThat(game.types(0)).containsExactly("random", "tit-for-tat", "random #2");
    assertThat(PayoffCsv.read(out.resolve("pairs.csv"), Optional.empty()).types(0)).hasSize(3);
    JsonNode written =
        JsonMapper.shared().readTree(Files.readString(out.resolve("tournament.json")));
    assertThat(written.get("seed").asInt()).isEqualTo(7);
    assertThat(written.get("noise").asDouble()).isEqualTo(0.1);
    assertThat(written.get("horizon").asString()).isEqualTo("0.9");
    String once = Files.readString(out.resolve("pairs.csv"));
    assertThat(tournament(options)).isZero();
    assertThat(Files.readString(out.resolve("pairs.csv"))).isEqualTo(once);
  }

  @Test
  void aFieldPlaysByItsName() {
    assertThat(tournament("--players", "First Tournament", "--repetitions", "1", "--rounds", "5"))
        .isZero();
    assertThat(output.toString()).contains("players 15, pairs 120,", "first-by-nydegger");
  }

  @Test
  void fieldsAndStrategiesMix() {
    String players = "first-tournament,memory-one(1,1,0,0,1)";
    assertThat(tournament("--players", players, "--repetitions", "1", "--rounds", "5")).isZero();
    assertThat(output.toString()).contains("players 16,", "memory-one(");
  }

  @Test
  void badInputIsOneClearMessage() {
    refuses("'deterministic'", "--players", "determinstic");
    refuses("'tit-for-tat'", "--players", "tit-for-tatt");
    refuses("no strategy of this name", "--players", "tit-for-tat,nobody-at-all");
    refuses("cooperative one", "--players", THREE, "--game", "matching-pennies");
    refuses("two players", "--players", THREE, "--game", "public-goods");
    refuses("nothing stands", "--players", "");
    refuses("noise of 1.5", "--players", THREE, "--noise", "1.5");
    refuses("misperception of -0.1", "--players", THREE, "--misperception", "-0.1");
    refuses("0 repetitions", "--players", THREE, "--repetitions", "0");
    refuses("-3 rounds", "--players", THREE, "--rounds", "-3");
    refuses("without a pair", "--players", "tit-for-tat", "--no-self-play");
    refuses("horizon", "--players", THREE, "--horizon", "knwon");
    refuses("--players", "--rounds", "3");
    refuses("--repetitions", "--players", THREE, "--repetitions", "many");
  }

  private void refuses(String message, String... options) {
    errors.getBuffer().setLength(0);
    assertThat(tournament(options)).as(String.join(" ", options)).isEqualTo(2);
    assertThat(errors.toString()).contains(message).doesNotContain("Exception");
  }

  private int tournament(String... options) {
    CommandLine commandLine = Ethogram.commandLine();
    commandLine.setOut(new PrintWriter(output, true));
    commandLine.setErr(new PrintWriter(errors, true));
    return commandLine.execute(
        Stream.concat(Stream.of("games", "tournament", "--display", "plain"), Stream.of(options))
            .toArray(String[]::new));
  }
}
