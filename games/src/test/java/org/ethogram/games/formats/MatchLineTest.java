package org.ethogram.games.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchLineTest {
  @Test
  void aMatchAnswersWithMovesPayoffsCooperationsAndStates() {
    assertThat(
            MatchLine.answer(
                    """
                    {"game":"prisoners-dilemma","players":["Tit For Tat","cycle:CDD"],"rounds":6}
                    """)
                .json())
        // CCDDCD against CDDCDD: 3, 0, 1, 5, 0, 1 points, and 3, 5, 1, 0, 5, 1 for the other.
        .isEqualTo(
            "{\"actions\":[\"CCDDCD\",\"CDDCDD\"],\"payoffs\":[10.0,15.0],"
                + "\"cooperations\":[3,2],\"states\":{\"CC\":1,\"CD\":2,\"DC\":1,\"DD\":2}}");
  }

  @Test
  void withoutACooperativeActionActionsHaveTheirNames() {
    assertThat(
            MatchLine.answer(
                    """
                    {"game":"bach-or-stravinsky","players":["cycle:CD","cycle:C"],"rounds":2}
                    """)
                .json())
        .contains("\"actions\":[[\"bach\",\"stravinsky\"],[\"bach\",\"bach\"]]")
        .contains("\"bach,bach\":1")
        .doesNotContain("cooperations");
  }

  @Test
  void noiseAndChanceDependOnTheSeed() {
    String line =
        """
        {"game":"public-goods","players":["random","random","all-c"],"rounds":40,"noise":0.1,"seed":%d}
        """;
    assertThat(MatchLine.answer(line.formatted(1))).isEqualTo(MatchLine.answer(line.formatted(1)));
    assertThat(MatchLine.answer(line.formatted(1)))
        .isNotEqualTo(MatchLine.answer(line.formatted(2)));
    assertThat(MatchLine.answer(line.formatted(1)).failed()).isFalse();
  }

  @Test
  void aGeometricHorizonNeedsNoRounds() {
    assertThat(
            MatchLine.answer(
                    """
                    {"game":"chicken","players":["all-c","all-d"],"horizon":0}
                    """)
                .json())
        .contains("\"actions\":[\"C\",\"D\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"game\":\"stag-hnt\",\"players\":[],\"rounds\":3} | Did you mean 'stag-hunt'",
        "{\"game\":\"chicken\",\"players\":[\"all-c\"],\"rounds\":3} | 1 players for 2 seats",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"titfortit\"],\"rounds\":3} | mean"
            + " 'tit-for-tat'",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"all-d\"],\"rounds\":-3} | -3 rounds",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"all-d\"],\"rounds\":2.5} | no number of"
            + " rounds",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"all-d\"]} | rounds",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"all-d\"],\"rounds\":3,\"noise\":2} | error"
            + " of 2.0",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"all-d\"],\"round\":3} | Did you mean"
            + " 'rounds'",
        "{\"game\":\"chicken\",\"players\":\"all-c\",\"rounds\":3} | no list",
        "{\"game\":\"chicken\",\"game\":\"chicken\"} | no JSON object",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"all-d\"],\"rounds\":3,\"seed\":\"x\"} |"
            + " seed",
        "{\"game\":\"absent.nfg\",\"players\":[],\"rounds\":3} | cannot be read",
        "oak | no JSON object"
      })
  void aLineThatCannotBePlayedSaysWhy(String line, String message) {
    MatchLine.Answer answer = MatchLine.answer(line);
    assertThat(answer.failed()).isTrue();
    assertThat(answer.json()).startsWith("{\"error\":\"").contains(message.strip());
  }
}
