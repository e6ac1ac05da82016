package org.ethogram.games.tournament;

/**
 * How a player fared against one opponent, all repetitions together.
 *
 * <p>Against its own copy it is the mean of both.
 */
public final class Encounter {
  private final Tally tally = new Tally();
  private final Moments payoffs = new Moments();
  private final Moments margins = new Moments();
  private long matches;
  private long wins;
  private long losses;
  private long asGood;
  private boolean leftToChance;

  Encounter() {}

  /**
   * Adds a match.
   *
   * @param own the player's mean payoff a round
   * @param others the opponent's
   */
  void add(Tally match, double own, double others) {
    tally.add(match);
    payoffs.add(own);
    margins.add(own - others);
    matches++;
    wins += own > others ? 1 : 0;
    losses += own < others ? 1 : 0;
    asGood += match.count(true, false) >= match.count(false, true) ? 1 : 0;
  }

  void leftToChance(boolean chance) {
    leftToChance = chance;
  }

  /** Whether the matches may have gone otherwise with other draws. */
  public boolean leftToChance() {
    return leftToChance;
  }

  public long matches() {
    return matches;
  }

  /** Matches in which the player's payoff was the greater one. */
  public long wins() {
    return wins;
  }

  /** Matches in which the opponent's payoff was the greater one. */
  public long losses() {
    return losses;
  }

  /** Matches in which the player cooperated at least as often as the opponent. */
  public long matchesAsGoodPartner() {
    return asGood;
  }

  /** The player's payoff a round; every match counts as much, however long. */
  public Mean payoff() {
    return payoffs.mean(leftToChance);
  }

  /** By how much the player's payoff a round exceeds the opponent's. */
  public Mean margin() {
    return margins.mean(leftToChance);
  }

  /** The joint outcomes of all matches, the player's action first. */
  public Tally outcomes() {
    return tally;
  }
}
