package org.ethogram.games.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.PayoffRule;
import org.ethogram.games.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
  /** The 3x2 example of Gambit's description of the format: the first player runs fastest. */
  private static final String PAYOFF_FORM =
      """
      NFG 1 R "Selten (IJGT, 75), Figure 2, normal form"
      { "Player 1" "Player 2" } { 3 2 }

      1 1 0 2 0 2 1 1 0 3 2 0
      """;

  private static final String OUTCOME_FORM =
      """
      NFG 1 R "Selten (IJGT, 75), Figure 2, normal form" { "Player 1" "Player 2" }
      { { "1" "2" "3" } { "1" "2" } }
      "a comment"
      { { "" 1, 1 } { "" 0, 2 } { "" 0, 2 } { "" 1, 1 } { "" 0, 3 } { "" 2, 0 } }
      1 2 3 4 5 6
      """;

  @Test
  void bothFormsOfTheSameGameAreEqual() {
    Game game = NfgFormat.read("e02.nfg", PAYOFF_FORM);
    assertThat(NfgFormat.read("e02.nfg", OUTCOME_FORM)).isEqualTo(game);
    assertThat(game.actions(0)).hasSize(3);
    assertThat(game.actions(1)).hasSize(2);
    assertThat(game.payoff(0, 2, 1)).isEqualTo(2);
    assertThat(game.payoff(1, 2, 1)).isZero();
    assertThat(game.payoff(0, 1, 0)).isZero();
    assertThat(game.payoff(1, 1, 0)).isEqualTo(2);
  }

  @Test
  void outcomeZeroIsWorthNothingAndFractionsAreNumbers() {
    Game game =
        NfgFormat.read(
            "x.nfg", "NFG 1 D \"\" { \"a\" \"b\" } { 1 2 } { { \"win\" 1/4 -2.5 } } 0 1");
    assertThat(game.payoff(0, 0, 0)).isZero();
    assertThat(game.payoff(0, 0, 1)).isEqualTo(0.25);
    assertThat(game.payoff(1, 0, 1)).isEqualTo(-2.5);
    assertThat(game.name()).isEqualTo("x.nfg");
  }

  @Test
  void everyGameOfTheCatalogueSurvivesBothFormats() {
    for (Game game : Catalogue.games()) {
      assertThat(NfgFormat.read("file", NfgFormat.write(game))).isEqualTo(game);
      assertThat(YamlFormat.read("file", YamlFormat.write(game))).isEqualTo(game);
    }
    List<String> odd = List.of("yes", "a \"b\" \\ c", "12", " space");
    Game game =
        Game.twoPlayer(
            "no: 1",
            odd,
            List.of("x", "null"),
            new double[][] {{1e-9, 2}, {3, -4}, {5, 6.25}, {7, 1e20}},
            new double[][] {{1, 2}, {3, 4}, {5, 6}, {7, 0.1}});
    assertThat(NfgFormat.read("file", NfgFormat.write(game))).isEqualTo(game);
    assertThat(YamlFormat.read("file", YamlFormat.write(game))).isEqualTo(game);
  }

  @Test
  void whatIsWrittenIsReadBackEqual() {
    RandomGenerator random = new Seed(5).derive("games").generator();
    for (int number = 0; number < 200; number++) {
      Game game = random(random, "game \"" + number + "\" \\ of\n many");
      assertThat(NfgFormat.read("file", NfgFormat.write(game, NfgForm.PAYOFF))).isEqualTo(game);
      assertThat(NfgFormat.read("file", NfgFormat.write(game, NfgForm.OUTCOME))).isEqualTo(game);
      assertThat(YamlFormat.read("file", YamlFormat.write(game))).isEqualTo(game);
    }
  }

  /** Up to four players and actions, payoffs of all sizes, thirds and tenths among them. */
  private static Game random(RandomGenerator random, String name) {
    int seats = random.nextInt(1, 5);
    List<List<String>> actions = new ArrayList<>();
    for (int seat = 0; seat < seats; seat++) {
      int most = random.nextInt(1, 5);
      int kind = random.nextInt(3);
      actions.add(
          IntStream.range(0, most)
              .mapToObj(action -> List.of("a", "~", "no, {or} \t").get(kind) + action)
              .toList());
    }
    return PayoffRule.game(
        name,
        actions,
        (seat, profile) ->
            switch (random.nextInt(4)) {
              case 0 -> random.nextInt(-5, 6);
              case 1 -> random.nextInt(-20, 20) / 3.0;
              case 2 -> random.nextInt(-50, 50) / 10.0;
              default -> random.nextGaussian() * Math.pow(10, random.nextInt(-12, 13));
            });
  }

  @Test
  void anOutcomeIsWrittenOnce() {
    String text = NfgFormat.write(Catalogue.named("pure-coordination"), NfgForm.OUTCOME);
    assertThat(text).endsWith("{\n{ \"\" 1, 1 }\n{ \"\" 0, 0 }\n}\n1 2 2 1\n");
  }

  @Test
  void fractionsStayFractions() {
    Game game = NfgFormat.read("x.nfg", "NFG 1 R \"x\" { \"a\" } { 3 } 1/3 -2/7 0.125");
    assertThat(game.payoff(0, 0)).isEqualTo(1.0 / 3);
    assertThat(NfgFormat.write(game)).endsWith("\n1/3\n-2/7\n0.125\n");
  }

  @Test
  void actionsWithoutANameOfTheirOwnGetOne() {
    Game game =
        NfgFormat.read(
            "x.nfg",
            "NFG 1 R \"x\" { \"a\" } { { \"go\" \"\" \"go\" \"go 3\" } } \"a comment\" 1 2 3 4");
    assertThat(game.actions(0)).containsExactly("go", "2", "go 3 3", "go 3");
    assertThat(NfgFormat.read("x.nfg", "\uFEFF" + NfgFormat.write(game))).isEqualTo(game);
  }

  @Test
  void placesAreLinesAndColumns() {
    assertThatThrownBy(() -> NfgFormat.read("x.nfg", "NFG 1 R \"x\"\n{ \"a\" } { 2 }\n\n 1 2f\n"))
        .hasMessageStartingWith("x.nfg:4:4: '2f' is no finite number");
    assertThatThrownBy(() -> NfgFormat.read("x.nfg", "NFG 1 R \"x\"\n{ \"a\" } { \"b\n"))
        .hasMessageStartingWith("x.nfg:2:");
    String yaml = YamlFormat.write(Catalogue.named("stag-hunt"));
    assertThatThrownBy(() -> YamlFormat.read("x.yaml", yaml.replace("[0, 3]", "[0, three]")))
        .hasMessageStartingWith("x.yaml:7:37: 'three' is no finite number");
    assertThatThrownBy(() -> YamlFormat.read("x.yaml", yaml.replace("payoffs:", "payofs:")))
        .hasMessageStartingWith("x.yaml:5:1: 'payofs' is no key of a game. Did you mean 'payoffs'");
    assertThatThrownBy(() -> YamlFormat.read("x.yaml", yaml + "game: again\n"))
        .hasMessageStartingWith("x.yaml:10:1: 'game' twice");
    assertThatThrownBy(() -> YamlFormat.read("x.yaml", ""))
        .hasMessageStartingWith("x.yaml:1:1: an empty file");
    assertThatThrownBy(
            () -> YamlFormat.read("x.yaml", "game: x\nactions: [[a, b], [a, a]]\npayoffs: []"))
        .hasMessageStartingWith("x.yaml:2:23: action 'a'");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'EFG 2 R \"x\"', 'does not begin with NFG 1'",
        "'NFG 1 R \"x\" { \"a\" \"b\" } { 2 2 } 1 2 3 4 5 6 7', 'ends too early'",
        "'NFG 1 R \"x\" { \"a\" \"b\" } { 2 1 } 1 2 3 oak', '''oak'' is no finite number'",
        "'NFG 1 R \"x\" { \"a\" \"b\" } { 2 1 } 1 2 3 NaN', 'no finite number'",
        "'NFG 1 R \"x\" { \"a\" \"b\" } { 2 1 } 1 2 3 4 5', 'more than 2 joint choices'",
        "'NFG 1 R \"x\" { \"a\" \"b\" } { 2 } 1 2', 'actions of 1 players, not of 2'",
        "'NFG 1 R \"x\" { \"a\" \"b\" } { 1 1 } { { \"\" 1 2 } } 2', 'outcome 2 of 1'",
        "'NFG 1 R \"x', 'does not end'",
        "'NFG 1 R \"x\" { \"a\" } { 2 } 1 1/0', 'no finite number'",
        "'NFG 1 R \"x\" { \"a\" } { 2 } 1 0x10', 'no finite number'",
        "'NFG 1 R \"x\" { \"a\" } { { } } 1', 'without actions'",
        "'NFG 1 R \"x\" { } { } 1', 'without players'",
        "'NFG 1 R \"x\" { \"a\" \"b\" } { 30000 30000 } 1', 'more than 262144 joint choices'",
        "'NFG 1 R \"x\" { \"a\" } { 2.5 } 1', 'no whole number'",
        "'', 'ends too early'"
      })
  void aDamagedNfgTextIsNamedWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> NfgFormat.read("bad.nfg", text))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("bad.nfg:1:")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "choose: [stag, hare], get: [0, 3] | choose: [stag, har], get: [0, 3] | mean 'hare'",
        "choose: [stag, hare], get: [0, 3] | choose: [stag, stag], get: [0, 3] | stands there"
            + " twice",
        "choose: [stag, hare], get: [0, 3] | choose: [stag, hare], get: [0] | 1 payoffs for 2"
            + " seats",
        "choose: [stag, hare], get: [0, 3] | choose: [stag, hare], get: [0, .nan] | is no finite"
            + " number",
        "choose: [stag, hare], get: [0, 3] | choose: [stag], get: [0, 3] | 1 actions for 2 seats",
        "game: stag-hunt | gmae: stag-hunt | Did you mean 'game'",
        "game: stag-hunt | actions: 3 | actions",
        "game: stag-hunt | game: [ | game.yaml:"
      })
  void aDamagedYamlGameIsNamedWithItsPlace(String good, String bad, String message) {
    String text = YamlFormat.write(Catalogue.named("stag-hunt"));
    assertThat(text).contains(good.strip());
    assertThatThrownBy(() -> YamlFormat.read("game.yaml", text.replace(good.strip(), bad.strip())))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("game.yaml:")
        .hasMessageContaining(message.strip());
  }
}
