package org.ethogram.games;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The four payoffs of a symmetric 2x2 game, seen from its cooperative action (Rapoport & Chammah
 * 1965).
 *
 * @param reward R, when both cooperate
 * @param sucker S, for the one who cooperates alone
 * @param temptation T, for the one who defects alone
 * @param punishment P, when both defect
 */
public record DilemmaPayoffs(double reward, double sucker, double temptation, double punishment) {
  /** Empty where the game is not 2x2 or has no cooperative action. */
  public static Optional<DilemmaPayoffs> of(Game game) {
    if (game.seats() != 2 || game.actions(0).size() != 2 || game.cooperativeAction().isEmpty()) {
      return Optional.empty();
    }
    int cooperate = game.cooperativeAction().getAsInt();
    int defect = 1 - cooperate;
    return Optional.of(
        new DilemmaPayoffs(
            game.payoff(0, cooperate, cooperate),
            game.payoff(0, cooperate, defect),
            game.payoff(0, defect, cooperate),
            game.payoff(0, defect, defect)));
  }

  /** T > R > P > S. */
  public boolean isPrisonersDilemma() {
    return temptation > reward && reward > punishment && punishment > sucker;
  }

  /**
   * K = (R - P) / (T - S), how little there is to lose by cooperating (Rapoport 1967, A note on the
   * index of cooperation); undefined where T = S.
   */
  public OptionalDouble cooperationIndex() {
    return temptation == sucker
        ? OptionalDouble.empty()
        : OptionalDouble.of((reward - punishment) / (temptation - sucker));
  }
}
