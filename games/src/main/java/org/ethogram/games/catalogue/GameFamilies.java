package org.ethogram.games.catalogue;

import java.util.List;
import java.util.function.Function;
import org.ethogram.games.Game;

/** The families of games that go by numbers. */
public final class GameFamilies {
  private static final int MOST_PLAYERS = 16;

  private static final List<GameFamily> FAMILIES =
      List.of(
          family(
              "symmetric",
              "a symmetric 2x2 game by the payoffs of its first action",
              "Rapoport & Chammah 1965, Prisoner's Dilemma",
              given ->
                  Game.symmetric(
                      "symmetric",
                      List.of("cooperate", "defect"),
                      given.number("R"),
                      given.number("S"),
                      given.number("T"),
                      given.number("P")),
              "R",
              "S",
              "T",
              "P"),
          family(
              "donation",
              "pay c to give b to the other; b above c, c above 0",
              "Nowak & Sigmund 2005, Evolution of indirect reciprocity",
              given -> SocialDilemmas.donation(benefitAboveCost(given), given.number("c")),
              "b",
              "c"),
          family(
              "prisoners-dilemma-by-k",
              "the prisoner's dilemma with S 0, T 5 and (R - P) / (T - S) = k between 0 and 1",
              "Rapoport 1967, A note on the index of cooperation",
              given -> SocialDilemmas.dilemmaByIndex(index(given)),
              "k"),
          family(
              "snowdrift",
              "a road worth b to both, cleared for c; b above c, c above 0",
              "Hauert & Doebeli 2004, Spatial structure often inhibits cooperation",
              given -> SocialDilemmas.snowdrift(benefitAboveCost(given), given.number("c")),
              "b",
              "c"),
          family(
              "hawk-dove",
              "a thing worth v, a fight that costs c; both above 0",
              "Maynard Smith & Price 1973, The logic of animal conflict",
              given -> SocialDilemmas.hawkDove(given.above(0, "v"), given.above(0, "c")),
              "v",
              "c"),
          family(
              "public-goods",
              "contribute the endowment to a pot that is multiplied and shared",
              "Ledyard 1995, Public goods: a survey of experimental research",
              given ->
                  PublicGoods.game(
                      players(given), given.above(0, "multiplier"), given.above(0, "endowment")),
              "players",
              "multiplier",
              "endowment"),
          family(
              "n-person-prisoners-dilemma",
              "pay the cost to give the benefit to every other player; both above 0",
              "Hamburger 1973, N-person prisoner's dilemma",
              given ->
                  SocialDilemmas.manyPersonDilemma(
                      players(given), given.above(0, "benefit"), given.above(0, "cost")),
              "players",
              "benefit",
              "cost"),
          family(
              "volunteers-dilemma",
              "one who pays the cost brings all the benefit; benefit above cost, cost above 0",
              "Diekmann 1985, Volunteer's dilemma",
              given -> {
                double cost = given.above(0, "cost");
                return SocialDilemmas.volunteers(
                    players(given), given.above(cost, "benefit"), cost);
              },
              "players",
              "benefit",
              "cost"),
          family(
              "stag-hunt",
              "a stag for each hunter if enough hunt it, or a hare; stag above hare, hare above 0",
              "Carlsson & van Damme 1993, Equilibrium selection in stag hunt games",
              given -> {
                int players = players(given);
                double hare = given.above(0, "hare");
                return CoordinationGames.stagHunt(
                    players, given.whole("needed", 2, players), given.above(hare, "stag"), hare);
              },
              "players",
              "needed",
              "stag",
              "hare"),
          family(
              "minimum-effort",
              "benefit times the least effort less cost times the own; benefit above cost",
              "Van Huyck, Battalio & Beil 1990, Tacit coordination games",
              given -> {
                double cost = given.above(0, "cost");
                return CoordinationGames.minimumEffort(
                    players(given),
                    given.whole("levels", 2, 100),
                    given.above(cost, "benefit"),
                    cost);
              },
              "players",
              "levels",
              "benefit",
              "cost"),
          family(
              "travelers-dilemma",
              "whole claims from low to high; the lower is paid, with a reward above 1",
              "Basu 1994, The traveler's dilemma",
              given -> {
                int low = given.whole("low", 0, 1000);
                return CoordinationGames.travelersDilemma(
                    low, given.whole("high", low + 1, low + 500), given.above(1, "reward"));
              },
              "low",
              "high",
              "reward"),
          family(
              "coordination",
              "1 each when all choose the same of some actions",
              "Schelling 1960, The Strategy of Conflict, chapter 3",
              given -> CoordinationGames.pure(players(given), given.whole("actions", 2, 100)),
              "players",
              "actions"),
          family(
              "bach-or-stravinsky",
              "meet at one's own place for better, at the other's for worse; both above 0",
              "Luce & Raiffa 1957, Games and Decisions, section 5.3",
              given -> {
                double worse = given.above(0, "worse");
                return CoordinationGames.bachOrStravinsky(given.above(worse, "better"), worse);
              },
              "better",
              "worse"),
          family(
              "majority",
              "1 for each who chose what more than half chose",
              "Schelling 1978, Micromotives and Macrobehavior, chapter 7",
              given -> CoordinationGames.majority(players(given)),
              "players"),
          family(
              "minority",
              "1 for each who chose what fewer than half chose; an odd number of players",
              "Challet & Zhang 1997, Emergence of cooperation and organization",
              given -> {
                int players = players(given);
                given.require(
                    players % 2 == 1, "players " + players, "Give an odd number of players");
                return CoordinationGames.minority(players);
              },
              "players"),
          family(
              "asymmetric-matching-pennies",
              "matching pennies in which heads on heads is worth this to the first player; above 0",
              "Goeree & Holt 2001, Ten little treasures of game theory",
              given -> CoordinationGames.asymmetricMatchingPennies(given.above(0, "heads")),
              "heads"));

  private GameFamilies() {}

  /** All families in the order of their entry. */
  public static List<GameFamily> families() {
    return FAMILIES;
  }

  private static GameFamily family(
      String name,
      String description,
      String source,
      Function<GameArguments, Game> build,
      String... parameters) {
    return new GameFamily(name, List.of(parameters), description, source, build);
  }

  private static double benefitAboveCost(GameArguments given) {
    return given.above(given.above(0, "c"), "b");
  }

  private static double index(GameArguments given) {
    double index = given.above(0, "k");
    given.require(index < 1, "k " + index, "Give k between 0 and 1");
    return index;
  }

  private static int players(GameArguments given) {
    return given.whole("players", 2, MOST_PLAYERS);
  }
}
