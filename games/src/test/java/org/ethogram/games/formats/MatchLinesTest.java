package org.ethogram.games.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchLinesTest {
  private static final MatchLines LINES = new MatchLines();

  @Test
  void aMatchAnswersWithMovesPayoffsCooperationsAndStates() {
    assertThat(
            LINES
                .answer(
                    "here:1",
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
            LINES
                .answer(
                    "here:1",
                    """
                    {"game":"bach-or-stravinsky","players":["cycle:CD","cycle:C"],"rounds":2}
                    """)
                .json())
        .contains("\"actions\":[[\"bach\",\"stravinsky\"],[\"bach\",\"bach\"]]")
        .contains("\"bach,bach\":1")
        .doesNotContain("cooperations");
  }

  @Test
  void whereThereAreThreeActionsDIsAnyButTheCooperativeOne() {
    assertThat(
            LINES
                .answer(
                    "here:1",
                    """
                    {"game":"travelers-dilemma","players":["action-cycle(2,3,4)","action-cycle(4)"],
                    "rounds":4}
                    """)
                .json())
        // Claims of 2, 3, 4 and 2 against 4 with a penalty of 2: 4 + 5 + 4 + 4 and 0 + 1 + 4 + 0.
        .isEqualTo(
            "{\"actions\":[\"DDCD\",\"CCCC\"],"
                + "\"choices\":[[\"2\",\"3\",\"4\",\"2\"],[\"4\",\"4\",\"4\",\"4\"]],"
                + "\"payoffs\":[17.0,5.0],\"cooperations\":[1,4],"
                + "\"states\":{\"DD\":0,\"DC\":3,\"CD\":0,\"CC\":1}}");
  }

  @Test
  void noiseAndChanceDependOnTheSeed() {
    String line =
        """
        {"game":"public-goods","players":["random","random","all-c"],"rounds":40,"noise":0.1,"seed":%d}
        """;
    assertThat(LINES.answer("here:1", line.formatted(1)))
        .isEqualTo(LINES.answer("here:1", line.formatted(1)));
    assertThat(LINES.answer("here:1", line.formatted(1)))
        .isNotEqualTo(LINES.answer("here:1", line.formatted(2)));
    assertThat(LINES.answer("here:1", line.formatted(1)).failed()).isFalse();
  }

  @Test
  void aDiscountAddsDiscountedSumsAndMeans() {
    assertThat(
            LINES
                .answer(
                    "here:1",
                    """
                    {"game":"prisoners-dilemma","players":["all-c","cycle:CD"],"rounds":3,
                    "discount":0.5}
                    """)
                .json())
        // 3 + 0/2 + 3/4 and 3 + 5/2 + 3/4 over weights of 1 + 1/2 + 1/4.
        .endsWith(
            "\"discounted_payoffs\":[3.75,6.25],"
                + "\"discounted_means\":[2.142857142857143,3.5714285714285716]}");
  }

  @Test
  void aChanceOfGoingOnEndsAfterTheMostRounds() {
    String json =
        LINES
            .answer(
                "here:1",
                """
                {"game":"chicken","players":["all-c","all-d"],"rounds":4,"horizon":0.999999}
                """)
            .json();
    assertThat(json).contains("\"actions\":[\"CCCC\",\"DDDD\"]");
  }

  @Test
  void aGeometricHorizonNeedsNoRounds() {
    assertThat(
            LINES
                .answer(
                    "here:1",
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
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"all-d\"],\"rounds\":3,\"noise\":2} | a"
            + " chance of 2.0",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"all-d\"],\"round\":3} | Did you mean"
            + " 'rounds'",
        "{\"game\":\"chicken\",\"players\":\"all-c\",\"rounds\":3} | no list",
        "{\"game\":\"chicken\",\"game\":\"chicken\"} | a key that was there before",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"all-d\"],\"rounds\":3,\"seed\":\"x\"} |"
            + " seed",
        "{\"game\":\"absent.nfg\",\"players\":[],\"rounds\":3} | there is no such file",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",5],\"rounds\":3} | 5 is no text",
        "{\"game\":7,\"players\":[\"all-c\",\"all-d\"],\"rounds\":3} | game: 7 is no text",
        "{\"players\":[\"all-c\",\"all-d\"],\"rounds\":3} | game: what is missing is no text",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"all-d\"],\"rounds\":0} | 0 rounds",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"all-d\"],\"rounds\":1000001} | 1000001"
            + " rounds",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"all-d\"],\"rounds\":99999999999} | no"
            + " number of rounds",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"all-d\"],\"rounds\":3,\"noise\":NaN} | no"
            + " JSON object",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"all-d\"],\"rounds\":3,\"misperception\":-0.1}"
            + " | misperception",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"all-d\"],\"rounds\":3,\"discount\":0} |"
            + " discount",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"all-d\"],\"rounds\":3,\"horizon\":\"knwn\"}"
            + " | Did you mean 'known'",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"all-d\"],\"horizon\":1} | chance of 1.0"
            + " that",
        "{\"game\":\"chicken\",\"players\":[\"all-c\",\"all-d\"],\"rounds\":3,\"seed\":1.5} | seed",
        "{\"game\":\"chicken\"} {} | no JSON object",
        "[] | no JSON object",
        "oak | no JSON object"
      })
  void aLineThatCannotBePlayedSaysWhy(String line, String message) {
    MatchLines.Answer answer = LINES.answer("here:1", line);
    assertThat(answer.failed()).isTrue();
    assertThat(answer.json()).startsWith("{\"error\":\"here:1: ").contains(message.strip());
  }
}
