package org.ethogram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.formats.GameSource;
import org.ethogram.games.formats.NfgFormat;
import org.ethogram.games.formats.YamlFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ethogram games list}, {@code show}, {@code classify} and {@code convert}. */
class CatalogueCommandsTest {
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @TempDir private Path folder;

  private int execute(String... arguments) {
    CommandLine commandLine = Ethogram.commandLine();
    commandLine.setOut(new PrintWriter(output, true));
    commandLine.setErr(new PrintWriter(errors, true));
    return commandLine.execute(arguments);
  }

  private List<JsonNode> lines() {
    return output.toString().lines().map(JsonMapper.shared()::readTree).toList();
  }

  @Test
  void theListIsReadableAndTheOthersStandBehindFlags() {
    assertThat(execute("games", "list", "--json")).isZero();
    assertThat(lines()).hasSameSizeAs(Catalogue.games());
    assertThat(lines().getFirst().path("class").asString()).isEqualTo("111 prisoners-dilemma");
    output.getBuffer().setLength(0);
    assertThat(execute("games", "list", "--ordinal", "--json")).isZero();
    assertThat(lines()).hasSize(144);
    assertThat(lines().stream().map(line -> line.path("class_name").asString()))
        .doesNotHaveDuplicates()
        .contains("chicken", "chicken-battle");
    assertThat(execute("games", "list", "--families")).isZero();
    assertThat(output.toString()).contains("donation(b, c)\n    pay c to give b");
    assertThat(execute("games", "list", "--families", "--ordinal")).isEqualTo(2);
  }

  @Test
  void aGameOfTwoIsAMatrix() {
    assertThat(execute("games", "show", "donation(b=3,c=1)")).isZero();
    assertThat(output.toString())
        .contains("Nowak & Sigmund 2005")
        .contains("cooperate  2, 2       -1, 3\ndefect     3, -1      0, 0\n")
        .contains("cooperate: cooperate")
        .contains("R 2, S -1, T 3, P 0; K = (R - P) / (T - S) = 0.5");
  }

  @Test
  void aGameOfThreeIsATable() {
    assertThat(execute("games", "show", "--game", "majority")).isZero();
    assertThat(output.toString())
        .contains("player 1  player 2  player 3  payoffs")
        .contains("left      left      right     1, 1, 0")
        .contains("cooperate: n/a");
  }

  @Test
  void whatIsUndefinedIsAbsentFromJson() {
    assertThat(execute("games", "show", "matching-pennies", "--json")).isZero();
    assertThat(lines().getFirst().has("K")).isFalse();
    assertThat(lines().getFirst().has("cooperate")).isFalse();
    assertThat(lines().getFirst().path("profiles")).hasSize(4);
    output.getBuffer().setLength(0);
    assertThat(execute("games", "classify", "matching-pennies", "--json")).isZero();
    JsonNode found = lines().getFirst();
    assertThat(found.has("number")).isFalse();
    assertThat(found.has("family")).isFalse();
    assertThat(found.path("zero_sum").asBoolean()).isTrue();
    assertThat(found.path("dominant_actions").get(0).isNull()).isTrue();
    assertThat(found.path("nearest").isEmpty()).isFalse();
  }

  @Test
  void aClassIsToldInWords() {
    assertThat(execute("games", "classify", "ordinal:stag-hunt-prisoners-dilemma")).isZero();
    assertThat(output.toString())
        .contains("name                   stag-hunt-prisoners-dilemma")
        .contains("family                 inferior")
        .contains("dominant actions       1 of 2")
        .contains("not efficient");
    assertThat(execute("games", "classify", "public-goods")).isZero();
    assertThat(output.toString()).contains("social dilemma         yes");
  }

  @ParameterizedTest
  @CsvSource({"nfg, payoff", "nfg, outcome", "yaml, payoff"})
  void aConvertedGameIsTheSameGame(String format, String form) throws IOException {
    Path file = folder.resolve("game." + format);
    assertThat(
            execute(
                "games",
                "convert",
                "stag-hunt",
                "--to",
                format,
                "--form",
                form,
                "--out",
                file.toString()))
        .isZero();
    assertThat(output.toString()).isEmpty();
    assertThat(GameSource.read(file.toString())).isEqualTo(Catalogue.named("stag-hunt"));
    assertThat(execute("games", "convert", file.toString(), "--to", format, "--form", form))
        .isZero();
    assertThat(output.toString()).isEqualTo(Files.readString(file));
  }

  @Test
  void aGameIsTurnedAndRescaled() {
    assertThat(
            execute(
                "games",
                "convert",
                "bach-or-stravinsky",
                "--to",
                "yaml",
                "--permute-seats",
                "2,1",
                "--swap-actions",
                "2",
                "--scale",
                "2,10",
                "--shift",
                "1",
                "--name",
                "turned"))
        .isZero();
    Game game = YamlFormat.read("output", output.toString());
    assertThat(game.name()).isEqualTo("turned");
    assertThat(game.actions(0)).containsExactly("bach", "stravinsky");
    assertThat(game.actions(1)).containsExactly("stravinsky", "bach");
    assertThat(game.payoff(0, 0, 1)).isEqualTo(1 * 2 + 1);
    assertThat(game.payoff(1, 0, 1)).isEqualTo(2 * 10 + 1);
  }

  @Test
  void aSweepKeepsTheGame() {
    assertThat(execute("games", "convert", "prisoners-dilemma", "--to", "nfg", "--k", "0.2"))
        .isZero();
    Game game = NfgFormat.read("output", output.toString());
    assertThat(game.payoff(0, 0, 0)).isEqualTo(2.5);
    assertThat(game.name()).isEqualTo("prisoners-dilemma, changed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "show stag-hnt | Did you mean 'stag-hunt'",
        "show donation(b=1,c=3) | Give b above 3",
        "show | A game is needed",
        "show chicken --game chicken | not two",
        "show absent.nfg | there is no such file",
        "classify robinson-goforth:999 | layer from 1 to 4",
        "convert chicken | --to",
        "convert chicken --to efg | efg",
        "convert chicken --to nfg --scale 0 | scale of 0.0",
        "convert chicken --to nfg --shift NaN | finite numbers",
        "convert chicken --to nfg --swap-actions 3 | seats 1 to 2",
        "convert chicken --to nfg --permute-seats 1,1 | order of [1, 1]",
        "convert chicken --to nfg --out /absent/x.nfg | cannot be written",
        "convert matching-pennies --to nfg --k 0.5 | K is not defined"
      })
  void badInputIsOneMessage(String arguments, String message) {
    assertThat(execute(("games " + arguments).strip().split(" "))).isEqualTo(2);
    assertThat(errors.toString()).contains(message.strip()).doesNotContain("Exception");
    assertThat(output.toString()).isEmpty();
  }

  @Test
  void aDamagedFileIsNamedWithItsPlace() throws IOException {
    Path file = folder.resolve("bad.nfg");
    Files.writeString(file, "NFG 1 R \"bad\"\n{ \"a\" \"b\" } { 2 2 }\n1 2 3 oak\n");
    assertThat(execute("games", "show", file.toString())).isEqualTo(2);
    assertThat(errors.toString()).contains("bad.nfg:3:7: 'oak' is no finite number");
  }
}
