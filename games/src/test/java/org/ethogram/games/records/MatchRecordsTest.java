package org.ethogram.games.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Ratio;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.formats.MatchLines;
import org.ethogram.games.measures.Cooperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchRecordsTest {
  private static final Optional<Game> DILEMMA = Optional.of(Catalogue.named("prisoners-dilemma"));

  @TempDir private Path folder;

  @Test
  void aLineSaysWhoDidWhat() {
    MatchRecords records =
        read(
            "played.jsonl",
            """
            {"game":"stag-hunt","players":["ann","bob"],"actions":["CDC",["hare","STAG","stag"]],"payoffs":[1]}

            {"match":"m7","actions":["cd","DD"]}
            {"error":"no strategy of this name"}
            """);
    assertThat(records.failed()).isEqualTo(1);
    PlayedMatch hunt = records.matches().getFirst();
    assertThat(hunt.name()).isEqualTo("1");
    assertThat(hunt.game().name()).isEqualTo("stag-hunt");
    assertThat(hunt.players()).containsExactly("ann", "bob");
    assertThat(hunt.history().toString()).isEqualTo("0,1 1,0 0,0");
    PlayedMatch second = records.matches().getLast();
    assertThat(second.name()).isEqualTo("m7");
    assertThat(second.players()).containsExactly("player-1", "player-2");
    assertThat(Cooperation.rate(second.play(0))).isEqualTo(new Ratio(1, 2));
  }

  @Test
  void choicesSayWhichActionALetterWas() {
    PlayedMatch match =
        read(
                "played.jsonl",
                """
                {"game":"travelers-dilemma","actions":["DC","DC"],"choices":[["2","4"],["3","4"]]}
                """)
            .matches()
            .getFirst();
    assertThat(match.history().toString()).isEqualTo("0,1 2,2");
  }

  @Test
  void answersAreJoinedWithTheirRequests() throws IOException {
    String request =
        """
        {"game":"prisoners-dilemma","players":["tit-for-tat","cycle:CDD"],"rounds":6,"seed":1}

        {"game":"chicken","players":["tit-for-tat","always-defect"],"horizon":0.5,"seed":3}
        """;
    Path requests = Files.writeString(folder.resolve("matches.jsonl"), request);
    StringBuilder answers = new StringBuilder();
    request
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(
            line ->
                answers.append(new MatchLines().answer("matches.jsonl", line).json()).append('\n'));
    Path file = Files.writeString(folder.resolve("answers.jsonl"), answers.toString());
    List<PlayedMatch> matches =
        MatchRecords.read(file, Optional.of(requests), Optional.empty()).matches();
    assertThat(matches.getFirst().players()).containsExactly("tit-for-tat", "cycle:CDD");
    assertThat(matches.getFirst().history().toString()).isEqualTo("0,0 0,1 1,1 1,0 0,1 1,1");
    assertThat(matches.getLast().game().name()).isEqualTo("chicken");
    Files.writeString(requests, "{}\n");
    assertThatThrownBy(() -> MatchRecords.read(file, Optional.of(requests), Optional.empty()))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("2 answers to 1 requests");
  }

  @Test
  void aTableHasARowARound() {
    MatchRecords records =
        read(
            "lab.csv",
            """
            \uFEFFMatch,Round,Player 1,Player 2,Action_1,action2,age
            a,1,"ann, the first",bob,C,defect,31
            b,1,bob,cy,D,D,40
            a,2,"ann, the first",bob,D,c,31
            """);
    assertThat(records.matches()).hasSize(2);
    assertThat(records.matches().getFirst().players()).containsExactly("ann, the first", "bob");
    assertThat(records.matches().getFirst().history().toString()).isEqualTo("0,1 1,0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"actions\":[\"CCX\",\"CCC\"]}|played.jsonl:1: 'X' is no action of player 1",
        "{\"actions\":[\"CC\",\"CCC\"]}|played.jsonl:1: player 1 has 2 actions and player 2 has 3",
        "{\"actions\":[\"\",\"\"]}|played.jsonl:1: a match without a round",
        "{\"actions\":[\"C\",\"C\",\"C\"]}|played.jsonl:1: 3 lists of actions for the 2 players",
        "{\"actions\":\"CC\"}|played.jsonl:1: no list 'actions'",
        "{\"action\":[\"C\",\"C\"]}|played.jsonl:1: no list 'actions'",
        "{\"actions\":[7,\"C\"]}|played.jsonl:1: actions 7 are no list",
        "{\"actions\":[\"C\",\"C\"],\"rounds\":2}|played.jsonl:1: 1 actions a player, and 'rounds'"
            + " says 2",
        "{\"actions\":[\"C\",\"C\"],\"players\":[\"a\"]}|played.jsonl:1: 1 players for the 2 seats",
        "{\"actions\":[\"C\",\"C\"],\"players\":\"ab\"}|played.jsonl:1: 0 players for the 2 seats",
        "{\"game\":\"stag hnt\",\"actions\":[\"C\",\"C\"]}|played.jsonl:1: game 'stag hnt'",
        "{\"game\":\"matching-pennies\",\"actions\":[\"HT\",\"TT\"]}|played.jsonl:1: actions \"HT\""
            + " are no list",
        "{\"game\":\"travelers-dilemma\",\"actions\":[\"DC\",\"DC\"]}|played.jsonl:1: actions"
            + " \"DC\" are no list",
        "{\"actions\":[\"C\",|no JSON object",
        "[1]|played.jsonl:1: no JSON object",
        "{\"error\":\"x\"}|every line is an error",
        "''|played.jsonl: no match",
      })
  void whatIsWrongWithALineIsSaidWithItsPlace(String line, String message) {
    assertThatThrownBy(() -> read("played.jsonl", line + "\n"))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "match,round,action1|lab.csv:1: the columns are not action1 to action2",
        "match,turn,action1,action2|lab.csv:1: no column 'round'",
        "match,round,action1,action2;a,1,C|lab.csv:2: 3 cells under 4 columns",
        "match,round,action1,action2;a,1,C,E|lab.csv:2:7: 'E' is no action of player 2",
        "match,round,action1,action2;a,1,C,|lab.csv:2:7: the action of player 2 is missing",
        "match,round,action1,action2;a,1,C,C;a,3,C,C|lab.csv:3: round '3' where round 2",
        "match,round,action1,action2,action2;a,1,C,C,D|lab.csv:1: two columns of one name",
        "match,round,action1,action2,player1;a,1,C,C,x;a,2,C,C,y|lab.csv:3: player1 'y' in a match",
        "match,round,action1,action2;a,1,\"C,C|lab.csv:2:5: a quote that is not closed",
        "match,round,action1,action2|lab.csv: no match",
      })
  void whatIsWrongWithATableIsSaidWithItsPlace(String lines, String message) {
    String text = lines.replace(';', '\n') + "\n";
    String table = message.contains("the columns") ? text + "a,1,C\n" : text;
    assertThatThrownBy(() -> read("lab.csv", table))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aGameIsNeeded() {
    assertThatThrownBy(
            () ->
                MatchRecords.read(
                    write("played.jsonl", "{\"actions\":[\"C\",\"C\"]}"),
                    Optional.empty(),
                    Optional.empty()))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("played.jsonl:1: no game");
    assertThatThrownBy(() -> MatchRecords.read(folder.resolve("absent"), Optional.empty(), DILEMMA))
        .isInstanceOf(EthogramException.class)
        .hasMessageContaining("there is no such file");
  }

  private MatchRecords read(String name, String text) {
    return MatchRecords.read(write(name, text), Optional.empty(), DILEMMA);
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
