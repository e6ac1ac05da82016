package org.ethogram.games.formats;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.games.Game;
import org.ethogram.games.play.Discounting;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Match;
import org.ethogram.games.play.Misperception;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.play.TremblingHand;

/**
 * On which terms a match is played, as a user gives them.
 *
 * @param noise the chance that a player's executed action is not the intended one, each round
 * @param misperception the chance that a player mistakes another's action, each round
 * @param discount how later payoffs count; empty where all count alike
 */
public record MatchTerms(
    Horizon horizon, double noise, double misperception, Optional<Discounting> discount) {
  /** The longest match whose history is kept. */
  public static final int MOST_ROUNDS = 1_000_000;

  private static final int MOST_ACTIONS = 10_000_000;
  private static final List<String> KINDS = List.of("known", "unknown");

  /**
   * @throws EthogramException {@code INVALID_DATA} for a chance outside 0 to 1
   */
  public MatchTerms {
    requireChance("noise", noise);
    requireChance("misperception", misperception);
  }

  /**
   * The match of these strategies on these terms.
   *
   * @throws EthogramException {@code INVALID_DATA} where players and seats differ in number, or
   *     where its history would not fit
   */
  public Match match(Game game, List<Strategy> strategies) {
    int rounds =
        switch (horizon) {
          case Horizon.Known known -> known.rounds();
          case Horizon.Unknown unknown -> unknown.rounds();
          case Horizon.Geometric geometric -> geometric.most();
        };
    if ((long) rounds * game.seats() > MOST_ACTIONS) {
      throw invalid(
          "rounds",
          rounds + " rounds of " + game.seats() + " players",
          "Give at most " + MOST_ACTIONS / game.seats() + " rounds");
    }
    List<Strategy> players =
        strategies.stream().<Strategy>map(player -> new TremblingHand(player, noise)).toList();
    return new Match(
        game, noise == 0 ? strategies : players, horizon, new Misperception(misperception));
  }

  /**
   * @param text known, unknown, or a chance of going on after each round
   * @param rounds how many there are, or where the end comes by chance at most are
   * @throws EthogramException {@code INVALID_DATA} for another text, for a chance that is not from
   *     0 to below 1, and for rounds that are missing, fewer than 1 or more than {@link
   *     #MOST_ROUNDS}
   */
  public static Horizon horizon(String text, OptionalInt rounds) {
    return switch (text) {
      case "known" -> new Horizon.Known(required(rounds));
      case "unknown" -> new Horizon.Unknown(required(rounds));
      default -> geometric(text, rounds);
    };
  }

  private static Horizon geometric(String text, OptionalInt rounds) {
    double continuation;
    try {
      continuation = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw invalid(
          "horizon",
          "'" + text + "' is no horizon",
          Suggestion.nearest(text, KINDS)
              .map(nearest -> "Did you mean '" + nearest + "'")
              .orElse("Give known, unknown or a chance of going on such as 0.9"));
    }
    return new Horizon.Geometric(continuation, rounds.isEmpty() ? MOST_ROUNDS : required(rounds));
  }

  private static int required(OptionalInt rounds) {
    if (rounds.isEmpty()) {
      throw invalid("rounds", "no number of rounds", "Give one from 1 to " + MOST_ROUNDS);
    }
    if (rounds.getAsInt() < 1 || rounds.getAsInt() > MOST_ROUNDS) {
      throw invalid(
          "rounds", rounds.getAsInt() + " rounds", "Give a whole number from 1 to " + MOST_ROUNDS);
    }
    return rounds.getAsInt();
  }

  private static void requireChance(String what, double chance) {
    if (!(chance >= 0 && chance <= 1)) {
      throw invalid(what, "a chance of " + chance, "Give a number from 0 to 1");
    }
  }

  private static EthogramException invalid(String place, String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, place, problem, remedy);
  }
}
