package org.ethogram.games.strategies;

import java.util.HashMap;
import java.util.Map;
import org.ethogram.games.DilemmaPayoffs;

/**
 * Learns what each move is worth where the other has just moved so and cooperated so often
 * (Q-learning, Watkins 1989), and in a tenth of the rounds moves at random.
 */
final class QLearner implements Decider {
  private static final double EXPLORATION = 0.1;
  private static final int MEMORY = 12;

  private final DilemmaPayoffs payoffs;
  private final double learningRate;
  private final double discount;
  private final Map<Situation, Worth> worths = new HashMap<>();
  private Situation last = new Situation(0, 0, 0);

  QLearner(DilemmaPayoffs payoffs, double learningRate, double discount) {
    this.payoffs = payoffs;
    this.learningRate = learningRate;
    this.discount = discount;
  }

  @Override
  public double decide(Diary diary) {
    Situation now = Situation.of(diary);
    if (!diary.isEmpty()) {
      double gained =
          Payoffs.gained(payoffs, diary.self(1), diary.other(1)) + discount * worth(now).best();
      worths.put(last, worth(last).learn(diary.self(1), gained, learningRate));
    }
    last = now;
    double atRandom = EXPLORATION / 2;
    return worth(now).ofCooperating() >= worth(now).ofDefecting() ? 1 - atRandom : atRandom;
  }

  private Worth worth(Situation situation) {
    return worths.getOrDefault(situation, new Worth(0, 0));
  }

  /**
   * @param defections the other's last moves as bits, the latest lowest
   * @param known how many of those have been made
   * @param cooperations how often the other has cooperated in all
   */
  private record Situation(int defections, int known, int cooperations) {
    static Situation of(Diary diary) {
      int known = Math.min(MEMORY, diary.rounds());
      int defections = 0;
      for (int back = known; back >= 1; back--) {
        defections = 2 * defections + (diary.other(back) ? 0 : 1);
      }
      return new Situation(defections, known, diary.otherCooperations());
    }
  }

  private record Worth(double ofCooperating, double ofDefecting) {
    double best() {
      return Math.max(ofCooperating, ofDefecting);
    }

    Worth learn(boolean cooperated, double gained, double rate) {
      return cooperated
          ? new Worth((1 - rate) * ofCooperating + rate * gained, ofDefecting)
          : new Worth(ofCooperating, (1 - rate) * ofDefecting + rate * gained);
    }
  }
}
