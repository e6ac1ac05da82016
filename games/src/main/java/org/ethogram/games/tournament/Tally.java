package org.ethogram.games.tournament;

import org.ethogram.core.Ratio;

/**
 * How often each joint outcome came up between two players, and what each did after it.
 *
 * <p>Outcomes are numbered CC 0, CD 1, DC 2, DD 3, the first player's action first. It takes the
 * place of the history where only counts are wanted, however long the match.
 */
public final class Tally {
  static final int OUTCOMES = 4;

  private final long[] outcomes = new long[OUTCOMES];
  private final long[][] occasions = new long[2][OUTCOMES];
  private final long[][] cooperations = new long[2][OUTCOMES];
  private boolean chance;

  Tally() {}

  static int outcome(boolean first, boolean second) {
    return (first ? 0 : 2) + (second ? 0 : 1);
  }

  /**
   * @param last the outcome of the round before, or -1 in the first round
   */
  void add(int last, boolean first, boolean second) {
    outcomes[outcome(first, second)]++;
    if (last >= 0) {
      occasions[0][last]++;
      occasions[1][last]++;
      cooperations[0][last] += first ? 1 : 0;
      cooperations[1][last] += second ? 1 : 0;
    }
  }

  void add(Tally other) {
    chance |= other.chance;
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
      outcomes[outcome] += other.outcomes[outcome];
      for (int player = 0; player < 2; player++) {
        occasions[player][outcome] += other.occasions[player][outcome];
        cooperations[player][outcome] += other.cooperations[player][outcome];
      }
    }
  }

  void sawChance() {
    chance = true;
  }

  /** Whether any move was drawn; without one, the same match always goes the same way. */
  public boolean hadChance() {
    return chance;
  }

  public long rounds() {
    return outcomes[0] + outcomes[1] + outcomes[2] + outcomes[3];
  }

  /** How often the outcome came up, the first player's action first. */
  public long count(boolean firstCooperated, boolean secondCooperated) {
    return outcomes[outcome(firstCooperated, secondCooperated)];
  }

  /**
   * The share of rounds in which a player cooperated.
   *
   * @param player 0 for the first, 1 for the second
   */
  public Ratio cooperation(int player) {
    return new Ratio(outcomes[0] + outcomes[player == 0 ? 1 : 2], rounds());
  }

  /**
   * P(C | last joint outcome) of a player, its own action first.
   *
   * @param player 0 for the first, 1 for the second
   */
  public Ratio cooperationAfter(int player, boolean self, boolean other) {
    int outcome = player == 0 ? outcome(self, other) : outcome(other, self);
    return new Ratio(cooperations[player][outcome], occasions[player][outcome]);
  }
}
