package org.ethogram.games.catalogue;

import java.util.List;
import org.ethogram.games.Game;

/** The classic games with their usual payoffs. */
final class Classics {
  private static final List<String> DILEMMA = List.of("cooperate", "defect");

  private Classics() {}

  static List<CatalogueEntry> entries() {
    return List.of(
        entry(
            Game.symmetric("prisoners-dilemma", DILEMMA, 3, 0, 5, 1),
            "Axelrod 1984, The Evolution of Cooperation, figure 1"),
        entry(
            Game.symmetric("prisoners-dilemma-8-0-10-5", DILEMMA, 8, 0, 10, 5),
            "Akata et al. 2025, Playing repeated games with large language models"),
        entry(
            Game.twoPlayer(
                "bach-or-stravinsky",
                List.of("bach", "stravinsky"),
                List.of("bach", "stravinsky"),
                new double[][] {{2, 0}, {0, 1}},
                new double[][] {{1, 0}, {0, 2}}),
            "Luce & Raiffa 1957, section 5.3; name and payoffs of Osborne & Rubinstein 1994"),
        entry(
            Game.symmetric("stag-hunt", List.of("stag", "hare"), 4, 0, 3, 2),
            "Skyrms 2004, The Stag Hunt"),
        entry(
            Game.symmetric("chicken", List.of("swerve", "straight"), 3, 1, 4, 0),
            "Rapoport & Chammah 1966, The game of chicken; 0, 1, 3, 4 for its ranks"),
        entry(
            Game.symmetric("snowdrift", List.of("shovel", "stay"), 3, 2, 4, 0),
            "Hauert & Doebeli 2004; benefit 4 of a cleared road, cost 2"),
        entry(
            Game.symmetric("hawk-dove", List.of("dove", "hawk"), 1, 0, 2, -1),
            "Maynard Smith & Price 1973, The logic of animal conflict; value 2, cost 4"),
        entry(
            Game.twoPlayer(
                "matching-pennies",
                List.of("heads", "tails"),
                List.of("heads", "tails"),
                new double[][] {{1, -1}, {-1, 1}},
                new double[][] {{-1, 1}, {1, -1}}),
            "von Neumann & Morgenstern 1944, Theory of Games and Economic Behavior"),
        entry(
            Game.symmetric("pure-coordination", List.of("left", "right"), 1, 0, 0, 1),
            "Schelling 1960, The Strategy of Conflict, chapter 3"),
        entry(
            Game.symmetric("high-low-coordination", List.of("high", "low"), 2, 0, 0, 1),
            "Bacharach 2006, Beyond Individual Choice, chapter 1"),
        entry(
            Game.symmetric("harmony", DILEMMA, 4, 3, 2, 1),
            "Robinson & Goforth 2005, The Topology of the 2x2 Games, game 366; its ranks"),
        entry(
            Game.symmetric("deadlock", DILEMMA, 1, 0, 3, 2),
            "Robinson & Goforth 2005, The Topology of the 2x2 Games, game 166; its ranks from 0"),
        entry(
            RockPaperScissors.game().withName("rock-paper-scissors"),
            "Maynard Smith 1982, Evolution and the Theory of Games, chapter 2"),
        entry(
            CoordinationGames.travelersDilemma(2, 4, 2).withName("travelers-dilemma"),
            "Basu 1994, The traveler's dilemma; claims 2 to 4 for his 2 to 100"),
        entry(
            PublicGoods.game(3, 2, 3).withName("public-goods"),
            "Ledyard 1995, Public goods; 3 players, multiplier 2, endowment 3"),
        entry(
            PublicGoods.game(3, 1.5, 2).withName("three-person-prisoners-dilemma"),
            "Hamburger 1973, N-person prisoner's dilemma; defecting gains 1, costs the others 1"
                + " each"),
        entry(
            SocialDilemmas.volunteers(3, 2, 1).withName("volunteers-dilemma"),
            "Diekmann 1985, Volunteer's dilemma; 3 players, benefit 2, cost 1"),
        entry(
            CoordinationGames.pure(3, 2).withName("three-player-coordination"),
            "Schelling 1960, The Strategy of Conflict, chapter 3; 1 each when all do the same"),
        entry(
            CoordinationGames.majority(3).withName("majority"),
            "Schelling 1978, Micromotives and Macrobehavior, chapter 7; 1 for those with the most"),
        entry(
            CoordinationGames.minority(3).withName("minority"),
            "Challet & Zhang 1997, Emergence of cooperation and organization; 3 players"));
  }

  private static CatalogueEntry entry(Game game, String source) {
    return new CatalogueEntry(game, source);
  }
}
