package org.ethogram.games.tournament;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.jspecify.annotations.Nullable;

/** How a tournament came out, by player and by pair of players; players are numbered from 0. */
public final class Standings {
  private final Tournament tournament;
  private final @Nullable Encounter[][] encounters;
  private final double[][] payoffSums;
  private final int[][] wins;
  private long roundsPlayed;

  Standings(Tournament tournament) {
    this.tournament = tournament;
    int players = tournament.field().size();
    this.encounters = new Encounter[players][players];
    this.payoffSums = new double[players][tournament.repetitions()];
    this.wins = new int[players][tournament.repetitions()];
  }

  void add(Meeting meeting) {
    int first = meeting.pair().first();
    int second = meeting.pair().second();
    encounters[first][second] = meeting.first();
    encounters[second][first] = meeting.second();
    roundsPlayed += meeting.roundsPlayed();
    for (int repetition = 0; repetition < tournament.repetitions(); repetition++) {
      double one = meeting.payoff(0, repetition);
      double other = meeting.payoff(1, repetition);
      payoffSums[first][repetition] += one;
      if (first != second) {
        payoffSums[second][repetition] += other;
        wins[first][repetition] += one > other ? 1 : 0;
        wins[second][repetition] += other > one ? 1 : 0;
      }
    }
  }

  public Tournament tournament() {
    return tournament;
  }

  public List<DilemmaStrategy> field() {
    return tournament.field();
  }

  /** Rounds that were played; a repetition that could only go as the first is not played again. */
  public long roundsPlayed() {
    return roundsPlayed;
  }

  /** The players by their score, the best first; equal ones in the order of the field. */
  public List<Integer> ranking() {
    return IntStream.range(0, field().size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer player) -> -score(player).value()))
        .toList();
  }

  /** How the player fared against the opponent; empty where they did not meet. */
  public Optional<Encounter> encounter(int player, int opponent) {
    return Optional.ofNullable(encounters[player][opponent]);
  }

  /** The opponents that a player met; the player itself where it met its copy. */
  public List<Integer> opponents(int player) {
    return IntStream.range(0, field().size())
        .filter(opponent -> encounters[player][opponent] != null)
        .boxed()
        .toList();
  }

  /** A player's score: its payoff a round, the mean over its opponents and then repetitions. */
  public Mean score(int player) {
    return Moments.of(scores(player)).mean(leftToChance(player));
  }

  /** A player's mean payoff a round over all its opponents, for each repetition. */
  public double[] scores(int player) {
    double opponents = opponents(player).size();
    return Arrays.stream(payoffSums[player]).map(sum -> sum / opponents).toArray();
  }

  /** The median over repetitions of {@link #scores}, by which Axelrod-Python ranks. */
  public double medianScore(int player) {
    double[] sorted = scores(player);
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Matches that the player won, in a repetition. */
  public Mean wins(int player) {
    return Moments.of(Arrays.stream(wins[player]).asDoubleStream().toArray())
        .mean(leftToChance(player));
  }

  /** Matches that the player won, for each repetition. */
  public int[] winsByRepetition(int player) {
    return wins[player].clone();
  }

  /** The joint outcomes of all its matches, its copy's too, the player's action first. */
  public Tally outcomes(int player) {
    Tally sum = new Tally();
    opponents(player).forEach(opponent -> sum.add(met(player, opponent).outcomes()));
    return sum;
  }

  /** The joint outcomes of all its matches with others, the player's action first. */
  public Tally outcomesWithOthers(int player) {
    Tally sum = new Tally();
    opponents(player).stream()
        .filter(opponent -> opponent != player)
        .forEach(opponent -> sum.add(met(player, opponent).outcomes()));
    return sum;
  }

  private boolean leftToChance(int player) {
    return opponents(player).stream().anyMatch(opponent -> met(player, opponent).leftToChance());
  }

  private Encounter met(int player, int opponent) {
    return encounter(player, opponent).orElseThrow();
  }
}
