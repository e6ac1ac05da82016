package org.ethogram.games.strategies;

import static org.ethogram.games.strategies.Decider.C;
import static org.ethogram.games.strategies.Decider.D;
import static org.ethogram.games.strategies.Decider.move;
import static org.ethogram.games.strategies.Decider.titForTat;

import java.util.List;
import org.ethogram.games.strategies.Strategies.Entry;

/**
 * The entrants of Axelrod's first tournament (Axelrod 1980, Effective choice in the prisoner's
 * dilemma, appendix), as far as the paper describes them. Tit for tat, Friedman (grim trigger) and
 * random are among the {@link Classics}.
 */
final class FirstTournament {
  private FirstTournament() {}

  static List<Entry> entries() {
    return List.of(
        entrant("davis").plays(diary -> move(diary.rounds() < 10 || diary.otherDefections() == 0)),
        entrant("downing").usesPayoffs(payoffs -> new Downing(new Ledger(payoffs))),
        entrant("feld").memory(200).stochastic().plays(FirstTournament::feld),
        entrant("graaskamp").stochastic().keepsState(Graaskamp::new),
        entrant("grofman").stochastic().memoryOne(1, 1, 2 / 7.0, 2 / 7.0, 1),
        entrant("joss").stochastic().memoryOne(1, 0.9, 0, 0.9, 0),
        entrant("nydegger").memory(3).plays(FirstTournament::nydegger),
        entrant("shubik").keepsState(Shubik::new),
        entrant("tullock").stochastic().plays(FirstTournament::tullock),
        entrant("anonymous").memory(0).stochastic().plays(_ -> 0.5),
        entrant("stein-and-rapoport").endingWith("DD").keepsState(SteinAndRapoport::new),
        entrant("tideman-and-chieruzzi")
            .endingWith("DD")
            .usesPayoffsAndHorizon(
                (payoffs, length) -> new TidemanAndChieruzzi(new Ledger(payoffs), length)));
  }

  private static Draft entrant(String name) {
    return Draft.of("first-by-" + name, "Axelrod 1980").also(name);
  }

  /** Tit for tat whose cooperation sinks from certain to one half within 200 rounds. */
  private static double feld(Diary diary) {
    if (diary.isEmpty() || diary.otherDefectedLast()) {
      return titForTat(diary);
    }
    return Math.max(1 - 0.5 * diary.rounds() / 200, 0.5);
  }

  /** Cooperates a tenth less often than the other did in the last ten rounds. */
  private static double tullock(Diary diary) {
    return diary.rounds() < 11
        ? C
        : Math.max(0, (10 - diary.otherDefectionsInLast(10)) / 10.0 - 0.1);
  }

  private static double nydegger(Diary diary) {
    if (diary.rounds() < 3) {
      return diary.otherBegan("DC") ? D : titForTat(diary);
    }
    int code = 16 * outcome(diary, 1) + 4 * outcome(diary, 2) + outcome(diary, 3);
    return move(!NYDEGGER_DEFECTS.contains(code));
  }

  private static final List<Integer> NYDEGGER_DEFECTS =
      List.of(1, 6, 7, 17, 22, 23, 26, 29, 30, 31, 33, 38, 39, 45, 49, 54, 55, 58, 61);

  private static int outcome(Diary diary, int back) {
    return (diary.other(back) ? 0 : 2) + (diary.self(back) ? 0 : 1);
  }

  /**
   * Expects of the other what it did after cooperation and after defection, pessimistic at first.
   */
  private record Answers(int afterC, int afterD) {}

  private static final class Downing implements Decider {
    private final Ledger ledger;
    private Answers kind = new Answers(0, 0);

    Downing(Ledger ledger) {
      this.ledger = ledger;
    }

    @Override
    public double decide(Diary diary) {
      if (diary.isEmpty()) {
        return D;
      }
      int cooperated = diary.other(1) ? 1 : 0;
      if (diary.rounds() == 1) {
        kind = new Answers(cooperated, 0);
        return D;
      }
      kind =
          diary.self(2)
              ? new Answers(kind.afterC() + cooperated, kind.afterD())
              : new Answers(kind.afterC(), kind.afterD() + cooperated);
      double alpha = kind.afterC() / (diary.selfCooperations() + 1.0);
      double beta = kind.afterD() / (double) Math.max(diary.selfDefections(), 2);
      double cooperating =
          alpha * ledger.payoffs().reward() + (1 - alpha) * ledger.payoffs().sucker();
      double defecting =
          beta * ledger.payoffs().temptation() + (1 - beta) * ledger.payoffs().punishment();
      return cooperating == defecting ? move(!diary.self(1)) : move(cooperating > defecting);
    }
  }

  /** Every departure from mutual cooperation is punished one round longer than the one before. */
  private static final class Shubik implements Decider {
    private int length;
    private int left;

    @Override
    public double decide(Diary diary) {
      if (left > 0) {
        left--;
        return D;
      }
      if (diary.otherDefectedLast() && diary.self(1)) {
        length++;
        left = length - 1;
        return D;
      }
      return C;
    }
  }

  /** Tit for tat that every 15 rounds asks whether the other is random, and defects while it is. */
  private static final class SteinAndRapoport implements Decider {
    private boolean random;

    @Override
    public double decide(Diary diary) {
      int round = diary.rounds() + 1;
      if (round < 5) {
        return C;
      }
      if (round >= 15 && round % 15 == 0) {
        random = ChiSquare.looksRandom(diary);
      }
      return random ? D : titForTat(diary);
    }
  }

  /** Tit for tat that probes in round 51 and, once it knows the other, now and then after that. */
  private static final class Graaskamp implements Decider {
    private static final int EARLIEST = 5;
    private static final int LATEST = 14;
    private boolean random;
    private int since = -1;
    private int possible;
    private boolean mayDefect;

    @Override
    public double decide(Diary diary) {
      int round = diary.rounds();
      if (round < 56) {
        return round == 50 ? D : titForTat(diary);
      }
      if (mayDefect && !diary.self(1)) {
        since = round - 1;
        possible = LATEST - EARLIEST + 1;
      }
      mayDefect = false;
      random |= ChiSquare.looksRandom(diary);
      if (random) {
        return D;
      }
      if (mirrors(diary)) {
        return titForTat(diary);
      }
      if (since < 0) {
        since = round;
        possible = LATEST - EARLIEST + 1;
      }
      return defectsAfter(round - since);
    }

    /** The delay to the next defection is uniform; what has passed without one is ruled out. */
    private double defectsAfter(int delay) {
      if (delay < EARLIEST || delay > LATEST || possible == 0) {
        return C;
      }
      mayDefect = true;
      double chance = 1.0 / possible;
      possible--;
      return 1 - chance;
    }

    /** Whether the other is tit for tat or a twin. */
    private static boolean mirrors(Diary diary) {
      boolean copies = true;
      boolean twin = true;
      for (int index = 0; index < diary.rounds(); index++) {
        twin &= diary.selfAt(index) == diary.otherAt(index);
        copies &= index == 0 || diary.otherAt(index) == diary.selfAt(index - 1);
      }
      return copies || twin;
    }
  }
}
