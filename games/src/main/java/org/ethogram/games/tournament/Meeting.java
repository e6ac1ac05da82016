package org.ethogram.games.tournament;

import org.ethogram.core.Seed;

/** All matches between two players of a tournament, played. */
final class Meeting {
  private final Pairings.Pair pair;
  private final Encounter first = new Encounter();
  private final Encounter second;
  private final double[][] payoffs;
  private long roundsPlayed;

  private Meeting(Pairings.Pair pair, int repetitions) {
    this.pair = pair;
    this.second = pair.isSelfPlay() ? first : new Encounter();
    this.payoffs = new double[2][repetitions];
  }

  /** Where nothing is left to chance one match is played and counted as often as asked. */
  static Meeting of(Pairings.Pair pair, DilemmaMatch match, int repetitions, Seed seed) {
    Meeting meeting = new Meeting(pair, repetitions);
    Tally tally = match.play(seed.derive("repetition", 0));
    boolean chance = match.terms().leaveToChance() || tally.hadChance();
    meeting.roundsPlayed = tally.rounds();
    for (int repetition = 0; repetition < repetitions; repetition++) {
      if (repetition > 0 && chance) {
        tally = match.play(seed.derive("repetition", repetition));
        meeting.roundsPlayed += tally.rounds();
      }
      meeting.add(repetition, tally, match.terms());
    }
    meeting.first.leftToChance(chance);
    meeting.second.leftToChance(chance);
    return meeting;
  }

  private void add(int repetition, Tally tally, Terms terms) {
    Tally exchanged = tally.seenBySecond();
    double ofFirst = tally.payoff(terms.payoffs()) / tally.rounds();
    double ofSecond = exchanged.payoff(terms.payoffs()) / tally.rounds();
    if (pair.isSelfPlay()) {
      exchanged.add(tally);
      ofFirst = (ofFirst + ofSecond) / 2;
      first.add(exchanged, ofFirst, ofFirst);
    } else {
      first.add(tally, ofFirst, ofSecond);
      second.add(exchanged, ofSecond, ofFirst);
    }
    payoffs[0][repetition] = ofFirst;
    payoffs[1][repetition] = ofSecond;
  }

  Pairings.Pair pair() {
    return pair;
  }

  /** How the first player fared; of a player and its copy, both together. */
  Encounter first() {
    return first;
  }

  Encounter second() {
    return second;
  }

  /** A player's mean payoff a round in one repetition; 0 for the first player, 1 for the second. */
  double payoff(int player, int repetition) {
    return payoffs[player][repetition];
  }

  long roundsPlayed() {
    return roundsPlayed;
  }
}
