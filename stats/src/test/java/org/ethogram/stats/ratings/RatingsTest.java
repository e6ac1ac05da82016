package org.ethogram.stats.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ethogram.core.Seed;
import org.ethogram.stats.Estimate;
import org.junit.jupiter.api.Test;

class RatingsTest {
  /** American League 1987, Agresti 2002, section 10.6: wins of the row over the column. */
  private static final List<String> TEAMS =
      List.of("Milwaukee", "Detroit", "Toronto", "New York", "Boston", "Cleveland", "Baltimore");

  private static final int[][] WINS = {
    {0, 7, 9, 7, 7, 9, 11},
    {6, 0, 7, 5, 11, 9, 9},
    {4, 6, 0, 7, 7, 8, 12},
    {6, 8, 6, 0, 6, 7, 10},
    {6, 2, 6, 7, 0, 7, 12},
    {4, 4, 5, 6, 6, 0, 6},
    {2, 4, 1, 3, 1, 7, 0}
  };

  /**
   * Agresti 2002, "Categorical Data Analysis", section 10.6, against Baltimore: 1.58, 1.44, 1.29,
   * 1.25, 1.11, 0.68.
   */
  @Test
  void strengthsOfTheLeagueAreAsPublished() {
    Map<String, Estimate> strengths = BradleyTerry.strengths(league(), 0.95);
    double[] published = {1.58, 1.44, 1.29, 1.25, 1.11, 0.68};
    for (int team = 0; team < published.length; team++) {
      assertThat(strength(strengths, TEAMS.get(team)) - strength(strengths, "Baltimore"))
          .isCloseTo(published[team], within(0.0051));
    }
    assertThat(strengths.values().stream().mapToDouble(e -> e.value().orElseThrow()).sum())
        .isCloseTo(0, within(1e-9));
  }

  /** By hand: 3 wins of 4 are log 3 apart; a variance of 4 * 3/16 halves by the mean of two. */
  @Test
  void twoPlayersAreTheirLogOddsApart() {
    List<Game> games = List.of(game(1, "1"), game(1, "2"), game(1, "3"), game(0, "4"));
    Map<String, Estimate> strengths = BradleyTerry.strengths(games, 0.95);
    assertThat(strength(strengths, "a")).isCloseTo(Math.log(3) / 2, within(1e-9));
    // Influence of a game on s_a: surprise / (2 * 4 * 3/16); three of 1/4 and one of -3/4.
    assertThat(find(strengths, "a").standardError().orElseThrow())
        .isCloseTo(Math.sqrt(0.75 * 4 / 3) / 1.5, within(1e-9));
  }

  @Test
  void whoNeverLosesHasNoFiniteStrength() {
    Map<String, Estimate> strengths =
        BradleyTerry.strengths(List.of(game(1, "1"), game(1, "2")), 0.95);
    assertThat(find(strengths, "a").value()).isEmpty();
    assertThat(BradleyTerry.strengths(List.of(), 0.95)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Game("a", "a", 1, "1"));
  }

  /** By hand: equals exchange half of k. */
  @Test
  void eloMovesByTheSurprise() {
    Elo elo = new Elo(32, 1500);
    assertThat(elo.sequential(List.of(game(1, "1"))))
        .containsExactlyInAnyOrderEntriesOf(Map.of("a", 1516.0, "b", 1484.0));
    Map<String, Estimate> shuffled = elo.shuffled(league(), new Seed(1), 200, 0.95);
    assertThat(strength(shuffled, "Milwaukee")).isGreaterThan(strength(shuffled, "Cleveland"));
    assertThat(shuffled).isEqualTo(elo.shuffled(league(), new Seed(1), 200, 0.95));
  }

  private static List<Game> league() {
    List<Game> games = new ArrayList<>();
    for (int row = 0; row < WINS.length; row++) {
      for (int column = 0; column < WINS.length; column++) {
        for (int win = 0; win < WINS[row][column]; win++) {
          games.add(new Game(TEAMS.get(row), TEAMS.get(column), 1, "game " + games.size()));
        }
      }
    }
    return games;
  }

  private static Game game(double score, String cluster) {
    return new Game("a", "b", score, cluster);
  }

  private static double strength(Map<String, Estimate> strengths, String player) {
    return find(strengths, player).value().orElseThrow();
  }

  private static Estimate find(Map<String, Estimate> strengths, String player) {
    return strengths.getOrDefault(player, Estimate.undefined("no such player"));
  }
}
