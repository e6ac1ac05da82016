package org.ethogram.cli.games.solutions;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ethogram.cli.games.solutions.Section.Draft;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.games.Game;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.MixedProfile;
import org.ethogram.games.solutions.Regret;

/** The regret of a mixed profile or of a played history. */
public final class RegretSection {
  private RegretSection() {}

  /**
   * @param text probabilities between commas, players between semicolons, as {@code
   *     1/2,1/2;0.3,0.7}
   * @throws EthogramException {@code INVALID_DATA} unless it is a profile of the game
   */
  public static Section ofProfile(Game game, String text) {
    List<List<Rational>> strategies =
        Arrays.stream(text.split(";", -1))
            .map(
                seat -> Arrays.stream(seat.split(",", -1)).map(RegretSection::probability).toList())
            .toList();
    Regret regret = Regret.of(game, new MixedProfile(strategies));
    Draft draft = draft("Regret of the profile", regret, "external regret");
    draft.line(
        "The profile is an epsilon-equilibrium for epsilon = "
            + Fractions.text(regret.epsilon())
            + (regret.epsilon().isZero() ? ": a Nash equilibrium." : "."));
    draft.object().put("epsilon", Fractions.json(regret.epsilon()));
    return draft.section();
  }

  /**
   * @param text the actions that were played between commas, players between semicolons
   * @throws EthogramException {@code INVALID_DATA} unless all are actions of the game
   */
  public static Section ofHistory(Game game, String text) {
    String[] seats = text.split(";", -1);
    if (seats.length != game.seats()) {
      throw invalid("--history", seats.length + " players for a game of " + game.seats());
    }
    List<int[]> played = new ArrayList<>();
    for (int seat = 0; seat < seats.length; seat++) {
      List<String> actions = game.actions(seat);
      played.add(
          Arrays.stream(seats[seat].split(",", -1))
              .mapToInt(name -> action(name.strip(), actions))
              .toArray());
      if (played.get(seat).length != played.getFirst().length) {
        throw invalid("--history", "player " + (seat + 1) + " played another number of rounds");
      }
    }
    int rounds = played.getFirst().length;
    int[] counts = new int[game.profiles().size()];
    for (int round = 0; round < rounds; round++) {
      int index = 0;
      for (int seat = 0; seat < seats.length; seat++) {
        index = index * game.actions(seat).size() + played.get(seat)[round];
      }
      counts[index]++;
    }
    List<Rational> frequencies =
        Arrays.stream(counts).mapToObj(count -> Rational.of(count, rounds)).toList();
    return draft(
            "Regret a round of the history, n = " + rounds + " rounds",
            Regret.of(game, frequencies),
            "external regret a round")
        .section();
  }

  private static Draft draft(String heading, Regret regret, String external) {
    Draft draft = new Draft("regret", heading);
    for (int seat = 0; seat < regret.external().size(); seat++) {
      draft.line(
          "player %d: %s %s, internal %s, swap %s"
              .formatted(
                  seat + 1,
                  external,
                  Fractions.text(regret.external().get(seat)),
                  Fractions.text(regret.internal().get(seat)),
                  Fractions.text(regret.swap().get(seat))));
      Map<String, Object> fields = draft.object();
      fields.put("player", seat + 1);
      fields.put("external", Fractions.json(regret.external().get(seat)));
      fields.put("internal", Fractions.json(regret.internal().get(seat)));
      fields.put("swap", Fractions.json(regret.swap().get(seat)));
    }
    return draft;
  }

  private static int action(String name, List<String> actions) {
    for (int action = 0; action < actions.size(); action++) {
      if (Suggestion.plain(actions.get(action)).equals(Suggestion.plain(name))) {
        return action;
      }
    }
    throw new EthogramException(
        ErrorCode.INVALID_DATA,
        "--history",
        "no action '" + name + "'",
        Suggestion.remedy(name, actions));
  }

  private static Rational probability(String text) {
    try {
      String[] parts = text.strip().split("/", -1);
      Rational number = decimal(parts[0]);
      return parts.length == 1 ? number : number.over(decimal(parts[1]));
    } catch (ArithmeticException | NumberFormatException e) {
      throw invalid("--profile", "'" + text + "' is no probability");
    }
  }

  private static Rational decimal(String text) {
    if (text.length() > 40) {
      throw new NumberFormatException(text);
    }
    BigDecimal number = new BigDecimal(text.strip());
    if (Math.abs((long) number.scale()) > 40) {
      throw new NumberFormatException(text);
    }
    BigDecimal whole = number.setScale(Math.max(0, number.scale()));
    return new Rational(whole.unscaledValue(), BigInteger.TEN.pow(whole.scale()));
  }

  private static EthogramException invalid(String place, String problem) {
    return new EthogramException(
        ErrorCode.INVALID_DATA,
        place,
        problem,
        "Separate players by semicolons and what is theirs by commas");
  }
}
