package org.ethogram.games.longrun;

import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.Game;

/**
 * How much of the time two players spend in each joint outcome, the first player's action first.
 *
 * <p>Each is from 0 to 1 and together they are 1.
 */
public record Frequencies(double cc, double cd, double dc, double dd) {
  static final Frequencies NONE = new Frequencies(0, 0, 0, 0);

  public double of(Outcome outcome) {
    return switch (outcome) {
      case CC -> cc;
      case CD -> cd;
      case DC -> dc;
      case DD -> dd;
    };
  }

  /** How often the first player cooperates. */
  public double cooperation() {
    return cc + cd;
  }

  /** The same play as the second player sees it. */
  public Frequencies mirrored() {
    return new Frequencies(cc, dc, cd, dd);
  }

  /** The first player's mean payoff. */
  public double payoff(DilemmaPayoffs payoffs) {
    return cc * payoffs.reward()
        + cd * payoffs.sucker()
        + dc * payoffs.temptation()
        + dd * payoffs.punishment();
  }

  /**
   * The mean payoff at a seat of a game of two players and two actions; without a cooperative
   * action the first counts as cooperation, as it does to strategies.
   *
   * @param seat 0 for the first player's, 1 for the second's
   */
  public double payoff(Game game, int seat) {
    int cooperate = game.cooperativeAction().orElse(0);
    int defect = 1 - cooperate;
    return cc * game.payoff(seat, cooperate, cooperate)
        + cd * game.payoff(seat, cooperate, defect)
        + dc * game.payoff(seat, defect, cooperate)
        + dd * game.payoff(seat, defect, defect);
  }

  Frequencies plus(double weight, Frequencies other) {
    return new Frequencies(
        cc + weight * other.cc,
        cd + weight * other.cd,
        dc + weight * other.dc,
        dd + weight * other.dd);
  }
}
