package org.ethogram.games.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
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

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'EFG 2 R \"x\"', 'does not begin with NFG 1'",
        "'NFG 1 R \"x\" { \"a\" \"b\" } { 2 2 } 1 2 3 4 5 6 7', 'ends too early'",
        "'NFG 1 R \"x\" { \"a\" \"b\" } { 2 1 } 1 2 3 oak', 'oak'",
        "'NFG 1 R \"x\" { \"a\" \"b\" } { 2 1 } 1 2 3 NaN', 'no finite number'",
        "'NFG 1 R \"x\" { \"a\" \"b\" } { 2 1 } 1 2 3 4 5', 'more than 2 joint choices'",
        "'NFG 1 R \"x\" { \"a\" \"b\" } { 2 } 1 2', 'actions of 1 players, not of 2'",
        "'NFG 1 R \"x\" { \"a\" \"b\" } { 1 1 } { { \"\" 1 2 } } 2', 'outcome 2 of 1'",
        "'NFG 1 R \"x', 'does not end'",
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
        "choose: [stag, hare], get: [0, 3] | choose: [stag, hare], get: [0, .nan] | game.yaml:7:",
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
