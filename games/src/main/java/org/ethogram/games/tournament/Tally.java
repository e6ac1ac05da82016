package org.ethogram.games.tournament;

import org.ethogram.core.Ratio;
import org.ethogram.games.DilemmaPayoffs;

/**
 * How often each joint outcome came up between two players, and after which other one.
 *
 * <p>Outcomes are numbered CC 0, CD 1, DC 2, DD 3, the first player's action first. It takes the
 * place of the history where only counts are wanted, however long the match. What is said of "the
 * player" is said of the first; {@link #seenBySecond} exchanges the two.
 */
public final class Tally {
  private static final int OUTCOMES = 4;

  /** What came before the first round. */
  static final int NONE = OUTCOMES;

  /** By the outcome before, and by the outcome. */
  private final long[] counts = new long[(OUTCOMES + 1) * OUTCOMES];

  private boolean chance;

  Tally() {}

  private static int outcome(boolean first, boolean second) {
    return (first ? 0 : 2) + (second ? 0 : 1);
  }

  /**
   * Counts a round.
   *
   * @param last the outcome of the round before, or {@link #NONE}
   * @return the outcome of this round
   */
  int add(int last, boolean first, boolean second) {
    int outcome = outcome(first, second);
    counts[OUTCOMES * last + outcome]++;
    return outcome;
  }

  void add(Tally other) {
    chance |= other.chance;
    for (int index = 0; index < counts.length; index++) {
      counts[index] += other.counts[index];
    }
  }

  void sawChance(boolean drawn) {
    chance |= drawn;
  }

  /** Whether any move was drawn; without one, the same match always goes the same way. */
  public boolean hadChance() {
    return chance;
  }

  /** The same rounds with the second player first. */
  public Tally seenBySecond() {
    Tally exchanged = new Tally();
    exchanged.chance = chance;
    for (int last = 0; last <= OUTCOMES; last++) {
      for (int outcome = 0; outcome < OUTCOMES; outcome++) {
        exchanged.counts[OUTCOMES * exchanged(last) + exchanged(outcome)] =
            counts[OUTCOMES * last + outcome];
      }
    }
    return exchanged;
  }

  private static int exchanged(int outcome) {
    return outcome == 1 ? 2 : outcome == 2 ? 1 : outcome;
  }

  public long rounds() {
    long rounds = 0;
    for (long count : counts) {
      rounds += count;
    }
    return rounds;
  }

  /** How many matches were counted. */
  public long matches() {
    return after(NONE, 0) + after(NONE, 1) + after(NONE, 2) + after(NONE, 3);
  }

  /** How often this outcome came up, the player's action first. */
  public long count(boolean self, boolean other) {
    int outcome = outcome(self, other);
    long count = 0;
    for (int last = 0; last <= OUTCOMES; last++) {
      count += after(last, outcome);
    }
    return count;
  }

  /** The share of rounds with this outcome. */
  public Ratio share(boolean self, boolean other) {
    return new Ratio(count(self, other), rounds());
  }

  /** The share of rounds in which the player cooperated. */
  public Ratio cooperation() {
    return new Ratio(count(true, true) + count(true, false), rounds());
  }

  /** The share of matches that the player began with cooperation. */
  public Ratio initialCooperation() {
    return new Ratio(after(NONE, 0) + after(NONE, 1), matches());
  }

  /** P(C | last joint outcome), the player's own action first. */
  public Ratio cooperationAfter(boolean self, boolean other) {
    int last = outcome(self, other);
    long cooperations = after(last, 0) + after(last, 1);
    return new Ratio(cooperations, cooperations + after(last, 2) + after(last, 3));
  }

  /** What all rounds together were worth to the player. */
  public double payoff(DilemmaPayoffs payoffs) {
    return payoffs.reward() * count(true, true)
        + payoffs.sucker() * count(true, false)
        + payoffs.temptation() * count(false, true)
        + payoffs.punishment() * count(false, false);
  }

  private long after(int last, int outcome) {
    return counts[OUTCOMES * last + outcome];
  }
}
