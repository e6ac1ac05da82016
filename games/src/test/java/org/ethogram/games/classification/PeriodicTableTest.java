package org.ethogram.games.classification;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethogram.games.Game;
import org.ethogram.games.solutions.nash.PureEquilibria;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodicTableTest {
  /** Every weak order of four outcomes, as ranks: 75 of them (Fubini number of 4). */
  private static final List<List<Integer>> ORDERS = orders();

  @Test
  void theTableHoldsEachStrictClassOnce() {
    Set<OrdinalGame> byTopology =
        PeriodicTable.numbers().stream().map(PeriodicTable::game).collect(toSet());
    Set<OrdinalGame> byEnumeration =
        all().stream().filter(OrdinalGame::isStrict).map(OrdinalGame::canonical).collect(toSet());
    assertThat(byTopology).hasSize(144).isEqualTo(byEnumeration);
    // Rapoport & Guyer 1966: 78 when the players' places do not matter.
    assertThat(byTopology.stream().map(OrdinalGame::canonicalUpToPlayers).distinct()).hasSize(78);
  }

  /** Guyer & Hamburger 1968: 726 with ties; Bruns 2012: 1,413 and, of these, 38 symmetric ones. */
  @Test
  void gamesWithTiesAreAsManyAsTheLiteratureCounts() {
    assertThat(ORDERS).hasSize(75);
    Set<OrdinalGame> games = all().stream().map(OrdinalGame::canonical).collect(toSet());
    assertThat(games).hasSize(1413);
    assertThat(games.stream().map(OrdinalGame::canonicalUpToPlayers).distinct()).hasSize(726);
    assertThat(games.stream().filter(OrdinalGame::isSymmetric)).hasSize(38);
    assertThat(games.stream().filter(OrdinalGame::isStrict).filter(OrdinalGame::isSymmetric))
        .hasSize(12);
  }

  @Test
  void equilibriaAndDominanceAreAsManyAsTheLiteratureCounts() {
    Map<Integer, Long> equilibria =
        games().stream()
            .collect(groupingBy(game -> PureEquilibria.profiles(game).size(), counting()));
    assertThat(equilibria).isEqualTo(Map.of(0, 18L, 1, 108L, 2, 18L));
    // A dominant action for a player in half of its orders: 6 x 6 of each kind, layer by layer.
    Map<Integer, Long> dominant =
        games().stream()
            .collect(groupingBy(game -> GameTraits.of(game).dominantActions(), counting()));
    assertThat(dominant).isEqualTo(Map.of(0, 36L, 1, 72L, 2, 36L));
  }

  /** Robinson & Goforth 2004, Alibi games: seven of the 144, the prisoner's dilemma one of them. */
  @Test
  void familiesFollowFromTheEquilibria() {
    Map<PayoffFamily, Long> families =
        PeriodicTable.numbers().stream()
            .collect(groupingBy(number -> PayoffFamily.of(PeriodicTable.game(number)), counting()));
    assertThat(families)
        .isEqualTo(
            Map.of(
                PayoffFamily.WIN_WIN, 36L,
                PayoffFamily.BIASED, 44L,
                PayoffFamily.SECOND_BEST, 12L,
                PayoffFamily.UNFAIR, 19L,
                PayoffFamily.THIRD_BEST, 8L,
                PayoffFamily.INFERIOR, 7L,
                PayoffFamily.CYCLIC, 18L));
    assertThat(
            PeriodicTable.numbers().stream()
                .filter(
                    number -> PayoffFamily.of(PeriodicTable.game(number)) == PayoffFamily.INFERIOR)
                .map(GameNumber::digits))
        .containsExactly("111", "221", "231", "241", "412", "413", "414");
  }

  @Test
  void numbersOfAGameAndItsMirrorImageGoTogether() {
    for (GameNumber number : PeriodicTable.numbers()) {
      OrdinalGame game = PeriodicTable.game(number);
      assertThat(PeriodicTable.number(game)).isEqualTo(number);
      assertThat(PeriodicTable.number(game.withPlayersExchanged())).isEqualTo(number.mirrored());
      assertThat(PeriodicTable.number(game.withRowsExchanged())).isEqualTo(number);
      assertThat(game.isSymmetric()).isEqualTo(number.isSymmetric());
      assertThat(GameNumber.parse(number.digits())).hasValue(number);
    }
    assertThat(PeriodicTable.numbers().stream().map(GameNumber::name).distinct()).hasSize(144);
  }

  /** R, S, T and P of the symmetric games as Bruns 2015 orders them. */
  @ParameterizedTest
  @CsvSource({
    "111, prisoners-dilemma, 3, 1, 4, 2",
    "122, chicken, 3, 2, 4, 1",
    "133, battle, 2, 3, 4, 1",
    "144, hero, 1, 3, 4, 2",
    "155, compromise, 1, 2, 4, 3",
    "166, deadlock, 2, 1, 4, 3",
    "311, concord, 4, 2, 3, 1",
    "322, stag-hunt, 4, 1, 3, 2",
    "333, assurance, 4, 1, 2, 3",
    "344, coordination, 4, 2, 1, 3",
    "355, peace, 4, 3, 1, 2",
    "366, harmony, 4, 3, 2, 1"
  })
  void theSymmetricGamesHaveTheirNames(
      String digits, String name, double r, double s, double t, double p) {
    Game game = Game.symmetric("game", List.of("a", "b"), r, s, t, p);
    GameNumber number = TwoByTwoClass.of(game).number().orElseThrow();
    assertThat(number.digits()).isEqualTo(digits);
    assertThat(number.name()).isEqualTo(name);
    Game swapped = Game.symmetric("game", List.of("a", "b"), p, t, s, r);
    assertThat(TwoByTwoClass.of(swapped).number()).hasValue(number);
  }

  @Test
  void eachPlayersNameIsThatOfTheSymmetricGameWithItsOrder() {
    for (GameNumber number : PeriodicTable.numbers()) {
      assertThat(ownOrder(PeriodicTable.game(number).row()))
          .isEqualTo(ownOrder(symmetric(number.rowName()).row()));
      assertThat(ownOrder(PeriodicTable.game(number).withPlayersExchanged().row()))
          .isEqualTo(ownOrder(symmetric(number.columnName()).row()));
    }
  }

  @Test
  void aGameWithTiesHasNoNumberButNeighbours() {
    // A donation game with benefit 2 and cost 1 is strict: R 1, S -1, T 2, P 0.
    assertThat(classified(1, -1, 2, 0).number().orElseThrow().digits()).isEqualTo("111");
    // S = P lies between the prisoner's dilemma and chicken.
    TwoByTwoClass tied = classified(3, 0, 5, 0);
    assertThat(tied.number()).isEmpty();
    assertThat(tied.family()).isEmpty();
    assertThat(tied.rowTies()).isEqualTo(Ties.LOW);
    assertThat(tied.nearest().stream().map(GameNumber::digits))
        .containsExactly("111", "112", "121", "122");
    assertThat(classified(1, 0, 0, 1).rowTies()).isEqualTo(Ties.DOUBLE);
    assertThat(classified(5, 5, 5, 5).nearest()).hasSize(144);
    assertThatThrownBy(() -> PeriodicTable.number(tied.ordinal()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TwoByTwoClass classified(double r, double s, double t, double p) {
    return TwoByTwoClass.of(Game.symmetric("game", List.of("a", "b"), r, s, t, p));
  }

  private static OrdinalGame symmetric(String name) {
    return PeriodicTable.numbers().stream()
        .filter(number -> number.isSymmetric() && number.name().equals(name))
        .map(PeriodicTable::game)
        .collect(Collectors.toList())
        .getFirst();
  }

  /** The other ranks of a player, from its best outcome: other action, other's action, both. */
  private static List<Integer> ownOrder(List<Integer> ranks) {
    int best = ranks.indexOf(4);
    return List.of(ranks.get(best ^ 2), ranks.get(best ^ 1), ranks.get(best ^ 3));
  }

  private static List<Game> games() {
    return PeriodicTable.numbers().stream()
        .map(number -> PeriodicTable.game(number).game(number.digits()))
        .toList();
  }

  private static List<OrdinalGame> all() {
    List<OrdinalGame> all = new ArrayList<>();
    ORDERS.forEach(row -> ORDERS.forEach(column -> all.add(new OrdinalGame(row, column))));
    return all;
  }

  private static List<List<Integer>> orders() {
    return IntStream.range(0, 256)
        .mapToObj(code -> List.of(code & 3, (code >> 2) & 3, (code >> 4) & 3, (code >> 6) & 3))
        .map(
            levels ->
                levels.stream()
                    .map(level -> (int) levels.stream().filter(other -> other <= level).count())
                    .toList())
        .distinct()
        .toList();
  }
}
