package org.ethogram.cli.games;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlayCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void aMatchIsToldWithItsMovesOutcomesAndMeasures() {
    Executed played =
        Executed.games(
            "play",
            "--game",
            "prisoners-dilemma",
            "--players",
            "tit-for-tat,cycle:CDD",
            "--rounds",
            "6");
    assertThat(played.exitCode()).isZero();
    assertThat(played.output())
        .contains("6 rounds (known to the players)")
        .contains("1 tit-for-tat  CCDDCD")
        .contains("2 cycle(CDD)   CDDCDD")
        .contains("CC 1  CD 2  DC 1  DD 2")
        // 3, 0, 1, 5, 0 and 1 points over 6 rounds.
        .contains("1.667 (10/6)");
  }

  @Test
  void jsonHasTheFieldsOfALineAndTheMeasures() {
    Executed played =
        Executed.games(
            "play",
            "--game=prisoners-dilemma",
            "--players=tit-for-tat,memory-one(0,0,0,0,0)",
            "--rounds=3",
            "--discount=0.5",
            "--json");
    assertThat(played.lines()).hasSize(1);
    JsonNode match = JSON.readTree(played.output());
    assertThat(match.path("actions").path(0).asString()).isEqualTo("CDD");
    assertThat(match.path("payoffs").path(1).asDouble()).isEqualTo(7);
    assertThat(match.path("discounted_payoffs").path(1).asDouble()).isEqualTo(5.75);
    JsonNode rate = match.path("measures").path(0).path("cooperation-rate");
    assertThat(rate.path("numerator").asDouble()).isEqualTo(1);
    assertThat(rate.path("denominator").asDouble()).isEqualTo(3);
    // The other never cooperated, so nothing came after CC.
    assertThat(match.path("measures").path(0).has("cooperation-after-cc")).isFalse();
  }

  @Test
  void theFirstOfManyMatchesIsTheOneOfTheSeedAndAllArePooledWithAnInterval() {
    String[] one = {
      "play", "--game=chicken", "--players=random,tft", "--rounds=20", "--seed=7", "--json"
    };
    Executed single = Executed.games(one);
    Executed many =
        Executed.games(
            "play",
            "--game=chicken",
            "--players=random,tft",
            "--rounds=20",
            "--seed=7",
            "--json",
            "--repetitions=10");
    assertThat(many.lines()).hasSize(11).startsWith(single.lines().getFirst());
    JsonNode pooled =
        JSON.readTree(many.lines().getLast()).path("measures").path(0).path("cooperation-rate");
    assertThat(pooled.path("denominator").asDouble()).isEqualTo(200);
    assertThat(pooled.path("matches").asInt()).isEqualTo(10);
    assertThat(pooled.path("low").asDouble()).isLessThan(pooled.path("value").asDouble());
    assertThat(pooled.path("high").asDouble()).isGreaterThan(pooled.path("value").asDouble());
  }

  @Test
  void gamesWithoutACooperativeActionShowActionsByName() {
    Executed played =
        Executed.games("play", "bach-or-stravinsky", "--players=cycle:CD,cycle:CD", "--rounds=2");
    assertThat(played.output()).contains("1 cycle(CD)  bach       stravinsky");
  }

  @Test
  void amongManyActionsTheCooperativeOneIsNamed() {
    Executed played =
        Executed.games("play", "travelers-dilemma", "--players=random,random", "--rounds=4");
    assertThat(played.output()).contains("seed 1. To cooperate is 4.");
  }

  @Test
  void longMatchesAreShownInBlocks() {
    Executed played = Executed.games("play", "stag-hunt", "--players=all-c,all-d", "--rounds=130");
    assertThat(played.output())
        .contains("rounds 1 to 60", "rounds 61 to 120", "rounds 121 to 130")
        .contains("1 always-cooperate  CCCCCCCCCC\n");
    assertThat(
            Executed.games("play", "stag-hunt", "--players=all-c,all-d", "--rounds=700").output())
        .contains("rounds 541 to 600", "100 more rounds; --json prints all")
        .doesNotContain("rounds 601");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--players=tft,tft --rounds=0 | rounds: 0 rounds",
        "--players=tft,tft --rounds=-4 | rounds: -4 rounds",
        "--players=tft,tft --rounds=2000000 | rounds: 2000000 rounds",
        "--players=tft,tft --rounds=x | is not an int",
        "--players=tft,tft | rounds: no number of rounds",
        "--players=tft --rounds=3 | 1 players for 2 seats",
        "--players=tft,titfortit --rounds=3 | mean 'tit-for-tat'",
        "--players=tft,,tft --rounds=3 | nothing stands",
        "--rounds=3 | --players is needed",
        "--players=tft,tft --rounds=3 --noise=NaN | noise: a chance of NaN",
        "--players=tft,tft --rounds=3 --misperception=2 | misperception: a chance of 2.0",
        "--players=tft,tft --rounds=3 --discount=1.5 | discount: a factor of 1.5",
        "--players=tft,tft --rounds=3 --horizon=unknwn | mean 'unknown'",
        "--players=tft,tft --horizon=1 | chance of 1.0 that the game goes on",
        "--players=tft,tft --rounds=3 --repetitions=0 | --repetitions must lie",
        "--players=tft,tft --rounds=3 --out=x | --out belongs to --matches",
        "--matches=x.jsonl --seed=3 | each line gives its own --seed"
      })
  void whatCannotBePlayedIsAUsageErrorThatSaysWhy(String options, String message) {
    String[] arguments = ("play --game=prisoners-dilemma " + options.strip()).split(" ");
    if (options.contains("--matches")) {
      arguments = ("play " + options.strip()).split(" ");
    }
    Executed played = Executed.games(arguments);
    assertThat(played.exitCode()).isEqualTo(2);
    assertThat(played.output()).isEmpty();
    assertThat(played.errors()).contains(message.strip());
  }
}
