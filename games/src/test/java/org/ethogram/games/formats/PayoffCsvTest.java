package org.ethogram.games.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ethogram.games.populations.PayoffMatrix;
import org.ethogram.games.populations.PopulationGame;
import org.ethogram.games.populations.RolePayoffs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayoffCsvTest {
  @TempDir Path folder;

  private PopulationGame read(String text) throws IOException {
    return PayoffCsv.read(Files.writeString(folder.resolve("p.csv"), text), Optional.empty());
  }

  @Test
  void aSquareHasARowForEachType() throws IOException {
    PayoffMatrix matrix = (PayoffMatrix) read(",C,\"D, always\"\n\"D, always\",5,1\nC, 3 ,0\n");
    assertThat(matrix.types()).containsExactly("C", "D, always");
    assertThat(matrix.payoff(0, 0)).isEqualTo(3);
    assertThat(matrix.payoff(1, 0)).isEqualTo(5);
    assertThat(matrix.isExact()).isTrue();
  }

  @Test
  void errorsOfASquareStandInAnother() throws IOException {
    Path errors = Files.writeString(folder.resolve("e.csv"), "x,C,D\nC,0.1,0\nD,0,0.2\n");
    Path means = Files.writeString(folder.resolve("m.csv"), "x,C,D\nC,3,0\nD,5,1\n");
    PayoffMatrix matrix = (PayoffMatrix) PayoffCsv.read(means, Optional.of(errors));
    assertThat(matrix.error(0, 0)).isEqualTo(0.1);
    assertThat(matrix.error(1, 1)).isEqualTo(0.2);
  }

  @Test
  void aRowForEachPairMayHaveItsError() throws IOException {
    PayoffMatrix matrix =
        (PayoffMatrix) read("type,against,payoff,error\nC,C,3,0.5\nC,D,0,\nD,C,5,0.1\nD,D,1,0\n");
    assertThat(matrix.payoff(1, 0)).isEqualTo(5);
    assertThat(matrix.error(0, 0)).isEqualTo(0.5);
    assertThat(matrix.error(0, 1)).isZero();
  }

  @Test
  void pairsOfATournamentAreRead() throws IOException {
    PayoffMatrix matrix =
        (PayoffMatrix) read("player,opponent,matches,payoff,payoff_standard_error\na,a,5,2,0.25\n");
    assertThat(matrix.error(0, 0)).isEqualTo(0.25);
  }

  @Test
  void twoPopulationsEarnApart() throws IOException {
    RolePayoffs roles =
        (RolePayoffs)
            read(
                """
                first,second,first_payoff,second_payoff,first_error
                up,left,1,2,0.1
                up,right,3,4,0
                down,left,5,6,0
                down,right,7,8,0
                """);
    assertThat(roles.game().payoff(1, 1, 0)).isEqualTo(6);
    assertThat(roles.isExact()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x,C,D;C,3,;D,5,1 | p.csv:2:5: the payoff is missing",
        "x,C,D;C,3,NaN;D,5,1 | p.csv:2:5: 'NaN' is no payoff",
        "x,C,D;C,3;D,5,1 | p.csv:2:3: the row ends before its payoff from 'D'",
        "x,C,D;C,3,0;D,5,1,9 | p.csv:3:7: more cells",
        "x,C,D;C,3,0;E,5,1 | p.csv:3:1: type 'E' is not in the header",
        "x,C,D;C,3,0 | p.csv:3:1: no row for type 'D'",
        "x,C,C;C,3,0;C,5,1 | p.csv:1:5: type 'C' again",
        "type,against,payoff;a,b,1 | p.csv:3:1: no payoff of 'a' against 'a'",
        "type,against,payoff,error;a,a,1,-2 | p.csv:2:7: a standard error of -2",
        "type,payoff;a,1 | p.csv:1:1: no column 'against'",
        "first,second,first_payoff,second_payoff;a,b,1,x | p.csv:2:7: 'x' is no payoff",
        "x,C,D | p.csv: no payoffs"
      })
  void whatIsWrongIsToldWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> read(text.replace(';', '\n'))).hasMessageContaining(message);
  }
}
