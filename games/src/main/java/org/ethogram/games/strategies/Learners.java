package org.ethogram.games.strategies;

import static org.ethogram.games.strategies.Decider.C;
import static org.ethogram.games.strategies.Decider.D;
import static org.ethogram.games.strategies.Decider.move;
import static org.ethogram.games.strategies.Decider.titForTat;

import java.util.List;
import org.ethogram.games.strategies.Strategies.Entry;

/** Strategies that learn from what the match has brought so far. */
final class Learners {
  private Learners() {}

  static List<Entry> entries() {
    return List.of(
        Draft.of("adaptive", "Li, Hingston & Kendall 2011")
            .usesPayoffs(payoffs -> diary -> adaptive(diary, new Ledger(payoffs))),
        Draft.of("adaptive-pavlov-2006", "Li 2007")
            .also("apavlov-2006")
            .keepsState(() -> new AdaptivePavlov(true)),
        Draft.of("adaptive-pavlov-2011", "Li, Hingston & Kendall 2011")
            .also("apavlov-2011")
            .keepsState(() -> new AdaptivePavlov(false)),
        Draft.of("appeaser", "Jochen Mueller (Axelrod library)").plays(Learners::appeaser),
        Draft.of("back-stabber", "Thomas Campbell (Axelrod library)")
            .endingWith("DD")
            .plays(diary -> move(diary.otherDefections() <= 3)),
        Draft.of("double-crosser", "Thomas Campbell (Axelrod library)")
            .endingWith("DD")
            .plays(Learners::doubleCrosser),
        Draft.of("resurrection", "Arnold, CoopSim 2015")
            .memory(5)
            .plays(diary -> selfLast5(diary, false) ? D : titForTat(diary)),
        Draft.of("double-resurrection", "Arnold, CoopSim 2015")
            .memory(5)
            .plays(
                diary ->
                    selfLast5(diary, true) ? D : selfLast5(diary, false) ? C : titForTat(diary)),
        Draft.of("revised-downing", "Downing, in Axelrod 1980; revised as in Axelrod 1984")
            .also("second-by-downing")
            .keepsState(RevisedDowning::new),
        Draft.of("stalker", "Andre et al. 2013")
            .stochastic()
            .endingWith("D")
            .usesPayoffs(payoffs -> diary -> stalker(diary, new Ledger(payoffs))),
        Draft.of("calculator", "PRISON 1998").stochastic().keepsState(Calculator::new));
  }

  private static double adaptive(Diary diary, Ledger ledger) {
    if (diary.rounds() < 11) {
      return move(diary.rounds() < 6);
    }
    return move(ledger.ofCooperating(diary) > ledger.ofDefecting(diary));
  }

  private static double appeaser(Diary diary) {
    if (diary.isEmpty()) {
      return C;
    }
    return move(diary.other(1) == diary.self(1));
  }

  private static double doubleCrosser(Diary diary) {
    int round = diary.rounds() + 1;
    boolean trusted = round > 7 && round <= 180 && diary.otherBegan("CCCCCCC");
    return move(trusted ? !diary.otherEnds("DD") : diary.otherDefections() <= 3);
  }

  private static boolean selfLast5(Diary diary, boolean cooperated) {
    if (diary.rounds() < 5) {
      return false;
    }
    boolean all = true;
    for (int back = 1; back <= 5; back++) {
      all &= diary.self(back) == cooperated;
    }
    return all;
  }

  private static double stalker(Diary diary, Ledger ledger) {
    if (diary.isEmpty()) {
      return C;
    }
    double average = ledger.own(diary) / diary.rounds();
    double good = ledger.payoffs().reward();
    double wish = (good + ledger.payoffs().punishment()) / 2;
    if (average > good) {
      return D;
    }
    if ((average > wish && average < good) || average > 2) {
      return C;
    }
    return average < 2 && average > 1 ? D : 0.5;
  }

  /** Sorts the other into a class every six rounds, and plays accordingly. */
  private static final class AdaptivePavlov implements Decider {
    private enum Type {
      UNKNOWN,
      COOPERATIVE,
      DEFECTING,
      SUSPICIOUS,
      PAVLOV_D,
      RANDOM
    }

    private final boolean of2006;
    private Type type = Type.UNKNOWN;

    AdaptivePavlov(boolean of2006) {
      this.of2006 = of2006;
    }

    @Override
    public double decide(Diary diary) {
      if (diary.rounds() < 6) {
        return titForTat(diary);
      }
      if (diary.rounds() % 6 == 0) {
        type = of2006 ? typeOf2006(diary) : typeOf2011(diary);
      }
      return switch (type) {
        case RANDOM, DEFECTING, UNKNOWN -> D;
        case SUSPICIOUS ->
            of2006
                ? (diary.rounds() % 6 <= 1 ? C : titForTat(diary))
                : move(!diary.otherEnds("DD"));
        case PAVLOV_D -> move(diary.rounds() % 6 != 0);
        case COOPERATIVE -> titForTat(diary);
      };
    }

    private Type typeOf2006(Diary diary) {
      if (diary.otherEnds("CCCCCC")) {
        return Type.COOPERATIVE;
      }
      if (diary.otherEnds("DDDDDD")) {
        return Type.DEFECTING;
      }
      if (diary.otherEnds("DCDCDC")) {
        return Type.SUSPICIOUS;
      }
      if (diary.otherEnds("DDCDDC")) {
        return Type.PAVLOV_D;
      }
      return type == Type.UNKNOWN ? Type.RANDOM : type;
    }

    private Type typeOf2011(Diary diary) {
      int defections = diary.otherDefectionsInLast(6);
      if (defections == 0) {
        return Type.COOPERATIVE;
      }
      if (defections >= 4) {
        return Type.DEFECTING;
      }
      if (defections == 3) {
        return Type.SUSPICIOUS;
      }
      return type == Type.UNKNOWN ? Type.RANDOM : type;
    }
  }

  /** Estimates how the other answers cooperation and defection, hopefully at first. */
  private static final class RevisedDowning implements Decider {
    private double good = 1;
    private double bad;
    private int niceAfterC;
    private int niceAfterD;
    private int afterC;
    private int afterD;

    @Override
    public double decide(Diary diary) {
      if (diary.isEmpty()) {
        return C;
      }
      if (diary.rounds() > 1) {
        learn(diary.self(2), diary.other(1));
      }
      double cooperate = 6 * good - 8 * bad - 2;
      double alternate = 4 * good - 5 * bad - 1;
      if (cooperate >= 0 && cooperate >= alternate) {
        return C;
      }
      return (cooperate >= 0 && cooperate < alternate) || alternate >= 0 ? move(!diary.self(1)) : D;
    }

    private void learn(boolean selfCooperated, boolean otherCooperated) {
      if (selfCooperated) {
        niceAfterC += otherCooperated ? 1 : 0;
        afterC++;
        good = niceAfterC / (double) afterC;
      } else {
        niceAfterD += otherCooperated ? 1 : 0;
        afterD++;
        bad = niceAfterD / (double) afterD;
      }
    }
  }

  /** Joss for twenty rounds, then defection against those who cycle, else tit for tat. */
  private static final class Calculator implements Decider {
    private boolean cycles;

    @Override
    public double decide(Diary diary) {
      if (diary.rounds() == 20) {
        cycles = Hunters.cycle(diary, 0, 1) > 0;
      }
      if (diary.rounds() >= 20) {
        return cycles ? D : titForTat(diary);
      }
      return diary.isEmpty() ? C : diary.other(1) ? 0.9 : D;
    }
  }
}
