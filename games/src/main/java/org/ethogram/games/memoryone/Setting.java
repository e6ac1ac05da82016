package org.ethogram.games.memoryone;

import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.strategies.MemoryOne;

/**
 * The repeated game in which a strategy is judged.
 *
 * @param discount the weight of a round over the one before it, from 0 to 1; at 1 payoffs are the
 *     limit of the means
 * @param noise the chance that a player's hand slips in a round, from 0 to 1
 */
public record Setting(DilemmaPayoffs payoffs, double discount, double noise) {
  public Setting {
    require(discount, "discount");
    require(noise, "noise");
  }

  /** The strategy as its trembling hand executes it. */
  public MemoryOne executed(MemoryOne intended) {
    return new MemoryOne(
        intended.name(),
        executed(intended.first()),
        executed(intended.afterCC()),
        executed(intended.afterCD()),
        executed(intended.afterDC()),
        executed(intended.afterDD()));
  }

  /** Whether the game is a prisoner's dilemma in which taking turns pays less than cooperation. */
  boolean isDilemma() {
    return payoffs.isPrisonersDilemma()
        && 2 * payoffs.reward() > payoffs.temptation() + payoffs.sucker();
  }

  /** Whether the game goes on without end or weight lost. */
  boolean isUndiscounted() {
    return discount == 1;
  }

  private double executed(double intended) {
    return (1 - noise) * intended + noise * (1 - intended);
  }

  private static void require(double value, String name) {
    if (!(value >= 0 && value <= 1)) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA, name, value + " is outside 0 to 1", "Give a number from 0 to 1");
    }
  }
}
