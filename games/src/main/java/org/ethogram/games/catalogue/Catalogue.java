package org.ethogram.games.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.games.Game;

/** The classic games with their usual payoffs, by name. */
public final class Catalogue {
  private static final List<String> DILEMMA = List.of("cooperate", "defect");

  private static final Map<String, Game> GAMES = new LinkedHashMap<>();

  static {
    // Axelrod 1984, The Evolution of Cooperation, figure 1.
    add(Game.symmetric("prisoners-dilemma", DILEMMA, 3, 0, 5, 1));
    // Akata et al., Playing repeated games with large language models.
    add(Game.symmetric("prisoners-dilemma-8-0-10-5", DILEMMA, 8, 0, 10, 5));
    // Luce & Raiffa 1957, section 5.3, under its later name; payoffs of Osborne & Rubinstein 1994.
    add(
        Game.twoPlayer(
            "bach-or-stravinsky",
            List.of("bach", "stravinsky"),
            List.of("bach", "stravinsky"),
            new double[][] {{2, 0}, {0, 1}},
            new double[][] {{1, 0}, {0, 2}}));
    // Skyrms 2004, The Stag Hunt.
    add(Game.symmetric("stag-hunt", List.of("stag", "hare"), 4, 0, 3, 2));
    // Rapoport & Chammah 1966, The game of chicken, with the ranks 0, 1, 3, 4 for payoffs.
    add(Game.symmetric("chicken", List.of("swerve", "straight"), 3, 1, 4, 0));
    // Hauert & Doebeli 2004: benefit 4 of a cleared road, cost 2 shared between those who shovel.
    add(Game.symmetric("snowdrift", List.of("shovel", "stay"), 3, 2, 4, 0));
    add(
        Game.twoPlayer(
            "matching-pennies",
            List.of("heads", "tails"),
            List.of("heads", "tails"),
            new double[][] {{1, -1}, {-1, 1}},
            new double[][] {{-1, 1}, {1, -1}}));
    add(Game.symmetric("pure-coordination", List.of("left", "right"), 1, 0, 0, 1));
    add(Game.symmetric("high-low-coordination", List.of("high", "low"), 2, 0, 0, 1));
    // Robinson & Goforth 2005, The Topology of the 2x2 Games: no conflict, and no gain from trust.
    add(Game.symmetric("harmony", DILEMMA, 4, 3, 2, 1));
    add(Game.symmetric("deadlock", DILEMMA, 1, 0, 3, 2));
    add(PublicGoods.game(3, 2, 3).withName("public-goods"));
    // Hamburger 1973: defecting gains 1 and costs each of the others 1.
    add(PublicGoods.game(3, 1.5, 2).withName("three-person-prisoners-dilemma"));
  }

  private Catalogue() {}

  /** All games in the order of their entry. */
  public static List<Game> games() {
    return List.copyOf(GAMES.values());
  }

  /**
   * The game of this name, without regard to case, spaces and punctuation.
   *
   * @throws EthogramException {@code INVALID_DATA} with the nearest name when there is none
   */
  public static Game named(String name) {
    Game game = GAMES.get(Suggestion.plain(name));
    if (game == null) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA,
          "game '" + name + "'",
          "no game of this name",
          Suggestion.remedy(name, games().stream().map(Game::name).toList()));
    }
    return game;
  }

  private static void add(Game game) {
    GAMES.put(Suggestion.plain(game.name()), game);
  }
}
