package org.ethogram.games.measures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.games.Game;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Match;
import org.ethogram.games.play.Seat;
import org.ethogram.games.play.Strategy;

/**
 * Spitefulness as a contrast: how much likelier a player is to defect on another that cooperated
 * last round and has defected once before, than on one that has never defected.
 *
 * @param provoked P(D | the other cooperated last round, having defected once before)
 * @param unprovoked P(D | the other has cooperated in every round so far)
 */
public record SpitefulnessContrast(Ratio provoked, Ratio unprovoked) {
  /** The difference, from -1 to 1; empty where one of the two occasions never arose. */
  public OptionalDouble value() {
    return provoked.value().isEmpty() || unprovoked.value().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(provoked.value().getAsDouble() - unprovoked.value().getAsDouble());
  }

  /** In what was played, against whomever it was. */
  public static SpitefulnessContrast of(List<Play> plays) {
    return new SpitefulnessContrast(
        pooled(plays, Reciprocity::lastingDefection), pooled(plays, Reciprocity::exploitation));
  }

  /**
   * Against a panel of opponents, at every other seat, with the strategy at the first.
   *
   * @param repetitions matches with each opponent; one says all where nobody draws
   */
  public static SpitefulnessContrast against(
      List<Strategy> panel, Strategy strategy, Game game, int rounds, int repetitions, Seed seed) {
    List<Play> plays = new ArrayList<>();
    for (Strategy opponent : panel) {
      List<Strategy> seats = new ArrayList<>(List.of(strategy));
      while (seats.size() < game.seats()) {
        seats.add(opponent);
      }
      Match match = new Match(game, seats, new Horizon.Unknown(rounds));
      List<WeightedHistory> histories = new ArrayList<>();
      for (int repetition = 0; repetition < repetitions; repetition++) {
        Seed own = seed.derive(opponent.name(), repetition);
        histories.add(new WeightedHistory(match.play(own), 1));
      }
      plays.add(new Play(game, 0, rounds, histories));
    }
    return of(plays);
  }

  /**
   * After forced histories, exactly: the player has cooperated throughout, the others have
   * cooperated but for one round before the last, against others that always have, over all lengths
   * from two rounds to one below a match's.
   */
  public static SpitefulnessContrast forced(Strategy strategy, Game game, int rounds) {
    if (game.cooperativeAction().isEmpty()) {
      return new SpitefulnessContrast(Ratio.UNDEFINED, Ratio.UNDEFINED);
    }
    int cooperate = game.cooperativeAction().getAsInt();
    Seat seat = new Seat(game, 0, new Horizon.Unknown(rounds));
    Ratio provoked = Ratio.UNDEFINED;
    Ratio unprovoked = Ratio.UNDEFINED;
    for (int length = 2; length < rounds; length++) {
      double kind = 1 - strategy.probabilities(seat, kindBut(game, length, 0))[cooperate];
      for (int defection = 1; defection < length; defection++) {
        History history = kindBut(game, length, defection);
        double defects = 1 - strategy.probabilities(seat, history)[cooperate];
        provoked = provoked.plus(new Ratio(defects, 1));
        unprovoked = unprovoked.plus(new Ratio(kind, 1));
      }
    }
    return new SpitefulnessContrast(provoked, unprovoked);
  }

  /** Everybody cooperates but the others in one round, counted from 1; in none for 0. */
  private static History kindBut(Game game, int length, int defection) {
    int cooperate = game.cooperativeAction().orElseThrow();
    History history = History.start(game.seats());
    for (int round = 1; round <= length; round++) {
      int[] profile = new int[game.seats()];
      Arrays.fill(profile, round == defection ? (cooperate == 0 ? 1 : 0) : cooperate);
      profile[0] = cooperate;
      history = history.with(profile);
    }
    return history;
  }

  private static Ratio pooled(List<Play> plays, Function<Play, Ratio> rate) {
    return plays.stream().map(rate).reduce(Ratio.UNDEFINED, Ratio::plus);
  }
}
