package org.ethogram.games.solutions.quantal;

import org.ethogram.games.Game;

/** What actions are worth against mixtures, and how that changes with them, in floating point. */
final class ExpectedPayoffs {
  private final Game game;
  private final int[] offsets;
  private final int actions;
  private final int[][] profiles;

  ExpectedPayoffs(Game game) {
    this.game = game;
    this.offsets = new int[game.seats() + 1];
    for (int seat = 0; seat < game.seats(); seat++) {
      offsets[seat + 1] = offsets[seat] + game.actions(seat).size();
    }
    this.actions = offsets[game.seats()];
    this.profiles = game.profiles().toArray(int[][]::new);
  }

  int seats() {
    return game.seats();
  }

  /** Where the actions of the seat begin among those of all; one past the last for the end. */
  int offset(int seat) {
    return offsets[seat];
  }

  /** How many actions all seats have together. */
  int actions() {
    return actions;
  }

  /**
   * @param probabilities of all actions, seat after seat
   * @param slopes receives, for each action, the derivative of its worth by each probability
   * @return what each action is worth
   */
  double[] worth(double[] probabilities, double[][] slopes) {
    double[] worth = new double[actions];
    for (int[] profile : profiles) {
      for (int seat = 0; seat < game.seats(); seat++) {
        add(profile, seat, probabilities, worth, slopes);
      }
    }
    return worth;
  }

  private void add(
      int[] profile, int seat, double[] probabilities, double[] worth, double[][] slopes) {
    int own = offsets[seat] + profile[seat];
    double payoff = game.payoff(seat, profile);
    double all = payoff;
    for (int other = 0; other < game.seats(); other++) {
      if (other != seat) {
        int toward = offsets[other] + profile[other];
        all *= probabilities[toward];
        double rest = payoff;
        for (int third = 0; third < game.seats(); third++) {
          if (third != seat && third != other) {
            rest *= probabilities[offsets[third] + profile[third]];
          }
        }
        slopes[own][toward] += rest;
      }
    }
    worth[own] += all;
  }
}
