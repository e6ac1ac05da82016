package org.ethogram.games.memoryone;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.strategies.MemoryOne;

/**
 * The relation own * x + other * y + constant = 0 between the payoffs x of a zero-determinant
 * strategy and y of whoever plays it, if there is one (Press & Dyson 2012, equation 7; with a
 * discount Hilbe, Traulsen & Sigmund 2015, equation 8).
 *
 * <p>Such a strategy has d p - (1, 1, 0, 0) + (1 - d) p0 = own (R, S, T, P) + other (R, T, S, P) +
 * constant: four equations in three unknowns.
 *
 * @param residual what the fourth equation is off by; 0 for a zero-determinant strategy
 */
public record LinearRelation(double own, double other, double constant, double residual) {
  /** Solves three of the equations for the executed strategy p; empty where R = P or S = T. */
  static Optional<LinearRelation> of(MemoryOne p, Setting setting) {
    DilemmaPayoffs of = setting.payoffs();
    if (of.reward() == of.punishment() || of.sucker() == of.temptation()) {
      return Optional.empty();
    }
    double d = setting.discount();
    double opening = (1 - d) * p.first();
    double cc = d * p.afterCC() - 1 + opening;
    double cd = d * p.afterCD() - 1 + opening;
    double dc = d * p.afterDC() + opening;
    double dd = d * p.afterDD() + opening;
    double sum = (cc - dd) / (of.reward() - of.punishment());
    double difference = (cd - dc) / (of.sucker() - of.temptation());
    double constant = dd - of.punishment() * sum;
    return Optional.of(
        new LinearRelation(
            (sum + difference) / 2,
            (sum - difference) / 2,
            constant,
            cd + dc - (of.sucker() + of.temptation()) * sum - 2 * constant));
  }

  /** Whether the relation binds: the strategy is zero-determinant and says something of payoffs. */
  public boolean isEnforced() {
    return Math.abs(residual) <= Condition.TOLERANCE && (!isZero(own) || !isZero(other));
  }

  /** The payoff that the strategy fixes for the other, where it is an equalizer. */
  public OptionalDouble fixedPayoff() {
    return isEnforced() && isZero(own)
        ? OptionalDouble.of(-constant / other)
        : OptionalDouble.empty();
  }

  /**
   * chi in x - l = chi (y - l): how many times the other's surplus it takes; absent where the own
   * payoff has no part in the relation.
   */
  public OptionalDouble extortionFactor() {
    return isEnforced() && !isZero(own) ? OptionalDouble.of(-other / own) : OptionalDouble.empty();
  }

  /** The payoff l that both get when they get the same; absent where they always or never do. */
  public OptionalDouble baseline() {
    return isEnforced() && !isZero(own + other)
        ? OptionalDouble.of(-constant / (own + other))
        : OptionalDouble.empty();
  }

  private static boolean isZero(double coefficient) {
    return Math.abs(coefficient) <= Condition.TOLERANCE;
  }
}
