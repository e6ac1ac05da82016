package org.ethogram.cli.games;

import static org.assertj.core.api.Assertions.assertThat;

import org.ethogram.games.strategies.Strategies;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StrategiesCommandTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void everyStrategyIsAnObjectWithItsClassification() {
    Executed listed = Executed.games("strategies", "--json");
    assertThat(listed.lines()).hasSize(Strategies.cards().size());
    JsonNode titForTat =
        listed.lines().stream()
            .map(JSON::readTree)
            .filter(line -> line.path("name").asString().equals("tit-for-tat"))
            .findFirst()
            .orElseThrow();
    assertThat(titForTat.path("names").toString())
        .startsWith("[\"tit-for-tat\",")
        .contains("\"tft\"");
    assertThat(titForTat.path("memory").asInt()).isEqualTo(1);
    assertThat(titForTat.path("stochastic").asBoolean()).isFalse();
    assertThat(titForTat.path("inspects").asBoolean()).isFalse();
  }

  @Test
  void memoryOfTheWholeMatchIsNull() {
    Executed listed = Executed.games("strategies", "--json", "--search", "Grim Trigger");
    assertThat(JSON.readTree(listed.lines().getFirst()).path("memory").isNull()).isTrue();
  }

  @Test
  void filtersNarrowTheList() {
    Executed listed = Executed.games("strategies", "--deterministic", "--memory", "1");
    assertThat(listed.output())
        .contains("tit-for-tat", "always-defect")
        .doesNotContain("random", "tit-for-two-tats", "grim-trigger");
    assertThat(Executed.games("strategies", "--search=PRESS & dyson").output())
        .contains("zd-extort-3")
        .doesNotContain("tit-for-tat");
  }

  @Test
  void oneStrategyIsShownUnderAnyOfItsNamesWithTraces() {
    assertThat(Executed.games("strategies", "Tit", "For", "Tat").output())
        .contains("tft", "Rapoport", "deterministic, remembers 1 round")
        // Against the cycle of C and D it is always one move behind.
        .contains("tit-for-tat  CCDCDCDCDCDCDCDCDCDC\ncycle(CD)    CDCDCDCDCDCDCDCDCDCD");
    assertThat(Executed.games("strategies", "cycle").output())
        .contains("Give its parameters to see how it plays");
    assertThat(Executed.games("strategies", "cycle:DDC").output()).contains("DDCDDCDDC");
  }

  @Test
  void anUnknownNameAndOptionsThatDoNotFitAreUsageErrors() {
    Executed unknown = Executed.games("strategies", "tit-for-tit");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.errors()).contains("Did you mean 'tit-for-tat'");
    assertThat(Executed.games("strategies", "--memory=-1").exitCode()).isEqualTo(2);
    assertThat(Executed.games("strategies", "--deterministic", "--stochastic").exitCode())
        .isEqualTo(2);
    assertThat(Executed.games("strategies", "tft", "--memory=1").exitCode()).isEqualTo(2);
  }
}
