package org.ethogram.games.telling;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethogram.games.play.Horizon;

/**
 * The sentences in which games are told. All wording stands here; gaps are named as in {@link
 * Part}.
 *
 * <p>With two players the reader is "you" and the other player "the other"; with more, the others
 * are "player 2", "player 3" and so on, in the order of their seats after the reader's.
 */
final class English {
  static final int SETTINGS = 3;
  static final int RULES = 4;

  /** Ways to tell rounds of their own, and after them one in the words of each rule wording. */
  static final int ROUNDS = 3 + RULES;

  private static final int OWN_ROUNDS = 3;

  /** The rule wording that leaves out all but the actions and the points. */
  static final int COMPACT = 3;

  private static final List<String> NUMBER_WORDS =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private English() {}

  /** What the game is: one or two sentences. */
  static List<String> setting(int variant, int seats, Horizon horizon) {
    boolean two = seats == 2;
    String others = two ? "another player" : counted(seats - 1) + " other players";
    String everybody = two ? "both" : "all";
    String otherDoes = two ? "so does the other" : "so do the others";
    return switch (horizon) {
      case Horizon.Known _ ->
          switch (variant) {
            case 0 ->
                List.of(
                    "you and " + others + " play a game of {rounds} rounds.",
                    "in each round " + everybody + " choose {words}.");
            case 1 ->
                List.of(
                    "this is a game of {rounds} rounds for " + counted(seats) + " players.",
                    "each round you choose {words}, and " + otherDoes + ".");
            default -> List.of("a game of {rounds} rounds with the choices {words}.");
          };
      case Horizon.Unknown _ ->
          switch (variant) {
            case 0 ->
                List.of(
                    "you and " + others + " play a game of many rounds.",
                    "in each round " + everybody + " choose {words}.");
            case 1 ->
                List.of(
                    "this is a game for " + counted(seats) + " players.",
                    "each round you choose {words}, and " + otherDoes + ".");
            default -> List.of("a game with the choices {words}.");
          };
      case Horizon.Geometric _ ->
          List.of(
              "you and " + others + " play a game.",
              "in each round " + everybody + " choose {words}.",
              "after each round the chance of one round more is {chance} percent.");
    };
  }

  /** The payoffs of one joint choice. The action words stand just before the reader's points. */
  static String rule(int variant, int seats) {
    String meeting = others(seats, "{other}", "{other%2$d}");
    return switch (variant) {
      case 0 ->
          "with {you} against "
              + meeting
              + " you get {yours} and "
              + others(seats, "the other gets {theirs}", "player %d gets {theirs%d}")
              + ".";
      case 1 ->
          "{you} against "
              + meeting
              + " gives you {yours} and "
              + others(seats, "the other {theirs}", "player %d {theirs%d}")
              + ".";
      case COMPACT ->
          "{you} " + meeting + " {yours} " + others(seats, "{theirs}", "{theirs%2$d}") + ".";
      default ->
          "{you} meeting "
              + meeting
              + " brings you {yours} and "
              + others(seats, "the other {theirs}", "player %d {theirs%d}")
              + ".";
    };
  }

  /** From the fourth on, a round is told as the rule that it follows, points and all. */
  static String round(int variant, int seats) {
    return switch (variant) {
      case 0 ->
          "round {round}: you chose {you}, "
              + others(seats, "the other chose {other}", "player %d chose {other%d}")
              + ".";
      case 1 ->
          "in round {round} you chose {you} and "
              + others(seats, "the other chose {other}", "player %d chose {other%d}")
              + ".";
      case 2 ->
          "round {round}: you {you}, "
              + others(seats, "the other {other}", "player %d {other%d}")
              + ".";
      default -> "round {round}: " + rule(variant - OWN_ROUNDS, seats);
    };
  }

  /** The way to tell rounds that echoes a wording of the rules. */
  static int echo(int rule) {
    return OWN_ROUNDS + rule;
  }

  /** What a round brought. */
  static String points(int seats) {
    return "you got {yours} and "
        + others(seats, "the other got {theirs}", "player %d got {theirs%d}")
        + ".";
  }

  /** A question and, in its gap, the answer. */
  static String question(Question.Topic topic, int seats) {
    String everybody = seats == 2 ? "both" : "all";
    String meeting = others(seats, "{other}", "{other%2$d}");
    return switch (topic) {
          case OWN_PAYOFF -> "what do you get with {you} against " + meeting + "?";
          case OTHER_PAYOFF ->
              "what does "
                  + (seats == 2 ? "the other" : "player 2")
                  + " get with {you} against "
                  + meeting
                  + "?";
          case BETTER_FOR_ALL -> "which choice is better for " + everybody + "?";
          case BEST_RESPONSE -> "which choice gives you more against " + meeting + "?";
          case LAST_OWN_ACTION -> "what did you choose in the last round?";
          case LAST_OTHER_ACTION ->
              "what did " + (seats == 2 ? "the other" : "player 2") + " choose in the last round?";
          case LAST_PAYOFF -> "what did you get in the last round?";
          case TOTAL_PAYOFF -> "what did you get in all rounds together?";
        }
        + " answer {answer}.";
  }

  private static String counted(int number) {
    return number < NUMBER_WORDS.size() ? NUMBER_WORDS.get(number) : String.valueOf(number);
  }

  /** A clause about the other player, or the clauses about each of several others. */
  private static String others(int seats, String one, String each) {
    if (seats == 2) {
      return one;
    }
    List<String> clauses =
        IntStream.range(1, seats).mapToObj(player -> each.formatted(player + 1, player)).toList();
    return clauses.stream().limit(clauses.size() - 1L).collect(Collectors.joining(", "))
        + " and "
        + clauses.getLast();
  }
}
