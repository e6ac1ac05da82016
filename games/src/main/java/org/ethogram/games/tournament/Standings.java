package org.ethogram.games.tournament;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.ethogram.core.Ratio;
import org.ethogram.games.strategies.DilemmaStrategy;

/** How a tournament came out: by player, and by pair of players. */
public final class Standings {
  private final Tournament tournament;
  private final double[][][] payoffs;
  private final Tally[][] tallies;
  private final boolean[][] swapped;

  Standings(Tournament tournament, List<Tournament.Meeting> meetings) {
    this.tournament = tournament;
    int size = tournament.field().size();
    this.payoffs = new double[size][size][];
    this.tallies = new Tally[size][size];
    this.swapped = new boolean[size][size];
    for (Tournament.Meeting meeting : meetings) {
      int first = meeting.first();
      int second = meeting.second();
      tallies[first][second] = meeting.tally();
      tallies[second][first] = meeting.tally();
      swapped[second][first] = first != second;
      payoffs[first][second] = meeting.payoffs().get(0);
      payoffs[second][first] =
          first == second ? meeting.payoffs().get(0) : meeting.payoffs().get(1);
    }
  }

  public List<DilemmaStrategy> field() {
    return tournament.field();
  }

  /** The players by their score, the best first; equal ones in the order of the field. */
  public List<Integer> ranking() {
    return IntStream.range(0, field().size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer player) -> -score(player)))
        .toList();
  }

  /** A player's mean payoff a round over all its opponents and repetitions. */
  public double score(int player) {
    return Arrays.stream(scores(player)).average().orElseThrow();
  }

  /** A player's mean payoff a round over all its opponents, for each repetition. */
  public double[] scores(int player) {
    double[] scores = new double[tournament.repetitions()];
    for (int repetition = 0; repetition < scores.length; repetition++) {
      int meetings = 0;
      for (int opponent = 0; opponent < field().size(); opponent++) {
        if (met(player, opponent)) {
          scores[repetition] += payoffs[player][opponent][repetition];
          meetings++;
        }
      }
      scores[repetition] /= meetings;
    }
    return scores;
  }

  /** Whether the two met; all did but copies of one strategy where there was no self-play. */
  public boolean met(int player, int opponent) {
    return payoffs[player][opponent] != null;
  }

  /** The player's mean payoff a round against the opponent. */
  public double payoff(int player, int opponent) {
    return Arrays.stream(payoffs[player][opponent]).average().orElseThrow();
  }

  /**
   * The standard error of {@link #payoff} over repetitions; empty for a single one, 0 where nothing
   * was drawn.
   */
  public OptionalDouble payoffError(int player, int opponent) {
    double[] sample = payoffs[player][opponent];
    double mean = payoff(player, opponent);
    double squares = Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).sum();
    return sample.length < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(squares / (sample.length - 1.0) / sample.length));
  }

  /** The share of rounds in which the player cooperated with the opponent. */
  public Ratio cooperation(int player, int opponent) {
    return tallies[player][opponent].cooperation(swapped[player][opponent] ? 1 : 0);
  }

  /** P(C | last joint outcome) of the player with the opponent, own action first. */
  public Ratio cooperationAfter(int player, int opponent, boolean self, boolean other) {
    return tallies[player][opponent].cooperationAfter(
        swapped[player][opponent] ? 1 : 0, self, other);
  }

  /** The share of all its rounds in which the player cooperated. */
  public Ratio cooperation(int player) {
    Ratio sum = Ratio.UNDEFINED;
    for (int opponent = 0; opponent < field().size(); opponent++) {
      if (met(player, opponent)) {
        sum = sum.plus(cooperation(player, opponent));
      }
    }
    return sum;
  }

  /** How many opponents the player scored more than, summed over repetitions. */
  public int wins(int player) {
    int wins = 0;
    for (int opponent = 0; opponent < field().size(); opponent++) {
      if (opponent != player && met(player, opponent)) {
        for (int repetition = 0; repetition < tournament.repetitions(); repetition++) {
          wins +=
              payoffs[player][opponent][repetition] > payoffs[opponent][player][repetition] ? 1 : 0;
        }
      }
    }
    return wins;
  }
}
