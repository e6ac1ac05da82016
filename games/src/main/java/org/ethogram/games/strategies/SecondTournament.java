package org.ethogram.games.strategies;

import static org.ethogram.games.strategies.Decider.C;
import static org.ethogram.games.strategies.Decider.D;
import static org.ethogram.games.strategies.Decider.move;
import static org.ethogram.games.strategies.Decider.titForTat;

import java.util.List;
import java.util.function.Predicate;
import org.ethogram.games.strategies.Strategies.Entry;

/**
 * Deterministic entrants of Axelrod's second tournament (Axelrod 1980b, More effective choice in
 * the prisoner's dilemma) whose programs are documented.
 */
final class SecondTournament {
  private SecondTournament() {}

  static Draft entrant(String name) {
    return Draft.of("second-by-" + name, "Axelrod 1980b");
  }

  static List<Entry> entries() {
    return List.of(
        entrant("tester")
            .also("tester")
            .keepsState(() -> new Tester(diary -> diary.rounds() <= 2 || !diary.self(1))),
        entrant("gladstein")
            .also("gladstein")
            .keepsState(() -> new Tester(diary -> 2 * diary.selfCooperations() <= diary.rounds())),
        entrant("grofman").memory(8).plays(SecondTournament::grofman),
        entrant("borufsen").also("borufsen").keepsState(Borufsen::new),
        entrant("graaskamp-katzen")
            .also("graaskamp-katzen")
            .usesPayoffs(payoffs -> new GraaskampKatzen(new Ledger(payoffs))),
        entrant("weiner").also("weiner").keepsState(Weiner::new),
        entrant("white").also("white").plays(SecondTournament::white),
        entrant("mikkelson").also("mikkelson").keepsState(Mikkelson::new),
        entrant("rowsam").also("rowsam").usesPayoffs(payoffs -> new Rowsam(new Ledger(payoffs))),
        entrant("richard-hufford").also("richard-hufford").keepsState(RichardHufford::new),
        entrant("yamachi").also("yamachi").keepsState(Yamachi::new),
        entrant("tideman-and-chieruzzi")
            .usesPayoffs(payoffs -> new SecondTidemanAndChieruzzi(payoffs)));
  }

  private static double grofman(Diary diary) {
    if (diary.rounds() < 2) {
      return C;
    }
    if (diary.rounds() <= 6) {
      return titForTat(diary);
    }
    int end = diary.rounds() - 1;
    int defections = diary.otherDefectionsBetween(Math.max(0, end - 7), end);
    return move(defections <= (diary.self(1) ? 2 : 1));
  }

  private static double white(Diary diary) {
    int round = diary.rounds() + 1;
    return move(
        round <= 10
            || diary.other(1)
            || Math.floor(Math.log(round)) * diary.otherDefections() < round);
  }

  /** Defects first and, until the other answers with a defection, so often as it dares. */
  private static final class Tester implements Decider {
    private final Predicate<Diary> cooperates;
    private boolean retreated;

    /**
     * @param cooperates when it cooperates with those who have not answered
     */
    Tester(Predicate<Diary> cooperates) {
      this.cooperates = cooperates;
    }

    @Override
    public double decide(Diary diary) {
      if (diary.isEmpty()) {
        return D;
      }
      if (retreated) {
        return titForTat(diary);
      }
      retreated = diary.otherDefectedLast();
      return move(retreated || cooperates.test(diary));
    }
  }

  /** Tit for tat that gives up for good when it falls behind mutual cooperation. */
  private static final class GraaskampKatzen implements Decider {
    private final Ledger ledger;
    private boolean gaveUp;

    GraaskampKatzen(Ledger ledger) {
      this.ledger = ledger;
    }

    @Override
    public double decide(Diary diary) {
      double wanted =
          switch (diary.rounds()) {
            case 10 -> 23;
            case 20 -> 53;
            case 30 -> 83;
            case 40 -> 113;
            case 50 -> 143;
            case 100 -> 293;
            default -> Double.NEGATIVE_INFINITY;
          };
      gaveUp |= ledger.own(diary) < wanted;
      return gaveUp ? D : titForTat(diary);
    }
  }

  /** Keeps an account of credit that the other's cooperation fills and its defection drains. */
  private static final class Mikkelson implements Decider {
    private int credit = 7;

    @Override
    public double decide(Diary diary) {
      if (diary.isEmpty()) {
        return C;
      }
      credit = diary.other(1) ? Math.min(credit + 1, 8) : Math.max(credit - 2, -7);
      int round = diary.rounds() + 1;
      if (round == 2 || credit > 0) {
        return C;
      }
      if (round <= 10) {
        credit = 4;
        return D;
      }
      return move(diary.otherDefections() / (double) round < 0.15);
    }
  }

  /** Every sixth round its points decide how much it distrusts the other. */
  private static final class Rowsam implements Decider {
    private final Ledger ledger;
    private int distrust;
    private final Plan plan = new Plan();

    Rowsam(Ledger ledger) {
      this.ledger = ledger;
    }

    @Override
    public double decide(Diary diary) {
      if (plan.isPending()) {
        return plan.move();
      }
      if (distrust >= 7) {
        return D;
      }
      int round = diary.rounds() + 1;
      if (round % 18 == 0 && distrust >= 3) {
        distrust--;
      }
      if (round % 6 != 0) {
        return C;
      }
      int more = distrust(ledger.own(diary) / round);
      if (more == 0) {
        return C;
      }
      distrust += more;
      plan.make(distrust >= 7 ? "" : "CD");
      return D;
    }

    private static int distrust(double pointsARound) {
      if (pointsARound < 1) {
        return 5;
      }
      if (pointsARound < 1.5) {
        return 3;
      }
      return pointsARound < 2 ? 2 : pointsARound < 2.5 ? 1 : 0;
    }
  }

  /** Forgives after odd runs of defections, unless it has done so often or was often defected. */
  private static final class Weiner implements Decider {
    private boolean forgives;
    private int grudge;
    private int run;

    @Override
    public double decide(Diary diary) {
      if (diary.isEmpty()) {
        return C;
      }
      double proposed = propose(diary);
      int before = diary.rounds() - 1;
      return diary.otherDefectionsBetween(Math.max(0, before - 12), before) >= 5 ? D : proposed;
    }

    private double propose(Diary diary) {
      if (forgives) {
        forgives = false;
        run = 0;
        if (grudge < diary.rounds() + 1 && !diary.other(1)) {
          grudge += 20;
          return C;
        }
        return titForTat(diary);
      }
      if (diary.other(1)) {
        forgives = run % 2 == 1;
        run = 0;
      } else {
        run++;
      }
      return titForTat(diary);
    }
  }
}
