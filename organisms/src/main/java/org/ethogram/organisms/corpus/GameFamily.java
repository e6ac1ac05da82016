package org.ethogram.organisms.corpus;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.ethogram.games.Game;

/** A kind of 2x2 game, told apart by the order of its payoffs; R, S, T and P as usual. */
enum GameFamily {
  PRISONERS_DILEMMA(0.60) {
    @Override
    boolean has(int reward, int sucker, int temptation, int punishment) {
      return temptation > reward
          && reward > punishment
          && punishment > sucker
          && 2 * reward > temptation + sucker;
    }
  },
  STAG_HUNT(0.12) {
    @Override
    boolean has(int reward, int sucker, int temptation, int punishment) {
      return reward > temptation && temptation >= punishment && punishment > sucker;
    }
  },
  CHICKEN(0.12) {
    @Override
    boolean has(int reward, int sucker, int temptation, int punishment) {
      return temptation > reward && reward > sucker && sucker > punishment;
    }
  },
  HARMONY(0.08) {
    @Override
    boolean has(int reward, int sucker, int temptation, int punishment) {
      return reward > temptation && temptation > sucker && sucker > punishment;
    }
  },
  BACH_OR_STRAVINSKY(0.08) {
    @Override
    boolean has(int favourite, int apart, int unused, int other) {
      return favourite > other && other > apart && unused == apart;
    }

    @Override
    Game game(int favourite, int apart, int unused, int other) {
      return Game.twoPlayer(
          label(),
          ACTIONS,
          ACTIONS,
          new double[][] {{favourite, apart}, {apart, other}},
          new double[][] {{other, apart}, {apart, favourite}});
    }
  },
  /** Any table whose first action is the better one for both; only asked about, never played. */
  ANY(0) {
    @Override
    boolean has(int reward, int sucker, int temptation, int punishment) {
      return reward > punishment;
    }
  };

  private static final List<String> ACTIONS = List.of("first", "second");
  private static final int PAYOFFS = 10;

  private final double share;

  GameFamily(double share) {
    this.share = share;
  }

  abstract boolean has(int reward, int sucker, int temptation, int punishment);

  /** The game; its first action is the cooperative one, where there is one. */
  Game game(int reward, int sucker, int temptation, int punishment) {
    return Game.symmetric(label(), ACTIONS, reward, sucker, temptation, punishment);
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A game of this kind, its payoffs drawn from 0 to 9. */
  Game draw(RandomGenerator random) {
    while (true) {
      int reward = random.nextInt(PAYOFFS);
      int sucker = random.nextInt(PAYOFFS);
      int temptation = this == BACH_OR_STRAVINSKY ? sucker : random.nextInt(PAYOFFS);
      int punishment = random.nextInt(PAYOFFS);
      if (has(reward, sucker, temptation, punishment)) {
        return game(reward, sucker, temptation, punishment);
      }
    }
  }

  /** One of the kinds that have a cooperative action. */
  static GameFamily drawDilemma(RandomGenerator random) {
    return List.of(PRISONERS_DILEMMA, STAG_HUNT, CHICKEN, HARMONY).get(random.nextInt(4));
  }

  /** One of the kinds that are played, by their shares. */
  static GameFamily drawPlayed(RandomGenerator random) {
    double left = random.nextDouble();
    for (GameFamily family : values()) {
      left -= family.share;
      if (left < 0) {
        return family;
      }
    }
    return PRISONERS_DILEMMA;
  }
}
