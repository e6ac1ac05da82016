package org.ethogram.games.strategies;

import static org.ethogram.games.strategies.Decider.C;
import static org.ethogram.games.strategies.Decider.D;
import static org.ethogram.games.strategies.Decider.titForTat;

import java.util.List;
import org.ethogram.games.strategies.Strategies.Entry;

/**
 * Entrants of Axelrod's second tournament (Axelrod 1980b) whose programs are documented and draw
 * some of their moves.
 */
final class SecondTournamentByChance {
  private SecondTournamentByChance() {}

  static List<Entry> entries() {
    return List.of(
        entrant("appold").keepsState(Appold::new),
        entrant("black").memory(5).plays(SecondTournamentByChance::black),
        entrant("cave").plays(SecondTournamentByChance::cave),
        entrant("champion").plays(SecondTournamentByChance::champion),
        entrant("eatherley").plays(SecondTournamentByChance::eatherley),
        entrant("harrington").keepsState(() -> new Belief<>(Harrington.START, new Harrington())),
        entrant("getzler").keepsState(Getzler::new),
        entrant("kluepfel").keepsState(Kluepfel::new),
        entrant("leyvraz").memory(3).plays(SecondTournamentByChance::leyvraz),
        entrant("tranquilizer").usesPayoffs(payoffs -> new Tranquilizer(new Ledger(payoffs))),
        entrant("wm-adams").plays(SecondTournamentByChance::adams));
  }

  private static Draft entrant(String name) {
    return SecondTournament.entrant(name).also(name).stochastic();
  }

  /** Ever less probable to cooperate, the more of the last five moves were defections. */
  private static double black(Diary diary) {
    double[] cooperation = {1, 1, 0.88, 0.68, 0.4, 0.04};
    return diary.rounds() < 5 ? C : cooperation[diary.otherDefectionsInLast(5)];
  }

  private static double cave(Diary diary) {
    if (diary.isEmpty()) {
      return C;
    }
    int round = diary.rounds() + 1;
    int defections = diary.otherDefections();
    double share = defections / (double) round;
    if ((round > 39 && share > 0.39)
        || (round > 29 && share > 0.65)
        || (round > 19 && share > 0.79)) {
      return D;
    }
    if (!diary.otherDefectedLast()) {
      return C;
    }
    return defections > 17 ? D : 0.5;
  }

  private static double champion(Diary diary) {
    int rounds = diary.rounds();
    if (rounds < 10) {
      return C;
    }
    if (rounds < 25) {
      return titForTat(diary);
    }
    double share = diary.otherDefections() / (double) rounds;
    return diary.otherDefectedLast() && share >= 0.4 ? 1 - share : C;
  }

  private static double eatherley(Diary diary) {
    return diary.otherDefectedLast() ? 1 - diary.otherDefections() / (double) diary.rounds() : C;
  }

  private static double leyvraz(Diary diary) {
    boolean last = diary.rounds() < 1 || diary.other(1);
    boolean second = diary.rounds() < 2 || diary.other(2);
    boolean third = diary.rounds() < 3 || diary.other(3);
    if (!last && !second) {
      return 0.25;
    }
    if (!last) {
      return third ? 0.5 : 1;
    }
    return !second && third ? D : C;
  }

  /** Forgives but after some numbers of defections, and ever more rarely after nine. */
  private static double adams(Diary diary) {
    if (diary.rounds() <= 1) {
      return C;
    }
    int defections = diary.otherDefections() - (diary.otherAt(0) ? 0 : 1);
    if (defections == 4 || defections == 7 || defections == 9) {
      return D;
    }
    return defections > 9 && diary.otherDefectedLast() ? Math.pow(0.5, defections - 9) : C;
  }

  /** Cooperates as often as the other did after the same own move. */
  private static final class Appold implements Decider {
    private final int[] moves = {0, 1};
    private final int[] cooperations = {0, 1};
    private boolean forgave;

    @Override
    public double decide(Diary diary) {
      int round = diary.rounds() + 1;
      int before = round <= 2 || diary.self(2) ? 0 : 1;
      if (round > 1) {
        moves[before]++;
        cooperations[before] += diary.other(1) ? 1 : 0;
      }
      if (round <= 4) {
        return C;
      }
      if (diary.otherDefectedLast() && !forgave) {
        forgave = true;
        return C;
      }
      return cooperations[before] / (double) moves[before];
    }
  }

  /** Keeps a flak of the other's defections that halves every round. */
  private static final class Getzler implements Decider {
    private double flak;

    @Override
    public double decide(Diary diary) {
      flak = (flak + (diary.otherDefectedLast() ? 1 : 0)) / 2;
      return 1 - flak;
    }
  }

  /** Repeats the other's habits, and defects against those who answer at random. */
  private static final class Kluepfel implements Decider {
    private final int[][] answers = new int[2][2];

    @Override
    public double decide(Diary diary) {
      if (diary.rounds() >= 2) {
        answers[diary.self(2) ? 0 : 1][diary.other(1) ? 0 : 1]++;
      }
      if (diary.rounds() > 26 && asOftenAsChance(1, 0) && asOftenAsChance(0, 1)) {
        return D;
      }
      boolean last = diary.rounds() < 1 || diary.other(1);
      boolean second = diary.rounds() < 2 || diary.other(2);
      boolean third = diary.rounds() < 3 || diary.other(3);
      double repeat = last != second ? (last ? 0.7 : 0.6) : last != third ? 0.9 : 1;
      return last ? repeat : 1 - repeat;
    }

    private boolean asOftenAsChance(int own, int answer) {
      double n = answers[own][0] + answers[own][1];
      return answers[own][answer] >= n / 2 - 0.75 * Math.sqrt(n);
    }
  }
}
