package org.ethogram.games.strategies;

import static org.ethogram.games.strategies.Decider.C;
import static org.ethogram.games.strategies.Decider.D;
import static org.ethogram.games.strategies.Decider.move;

import java.util.List;
import org.ethogram.games.strategies.Strategies.Entry;

/** Strategies that hold a defection against the other, for a while or for good. */
final class Grudgers {
  private Grudgers() {}

  static List<Entry> entries() {
    return List.of(
        Draft.of("forgetful-grudger", "Geraint Palmer (Axelrod library)")
            .memory(10)
            .keepsState(ForgetfulGrudger::new),
        Draft.of("opposite-grudger", "Geraint Palmer (Axelrod library)")
            .plays(diary -> move(diary.otherCooperations() > 0)),
        Draft.of("aggravater", "Thomas Campbell (Axelrod library)")
            .plays(diary -> move(diary.rounds() >= 3 && diary.otherDefections() == 0)),
        Draft.of("soft-grudger", "PRISON 1998")
            .also("soft-spite")
            .memory(6)
            .keepsState(() -> new SoftGrudger(1, "DDDCC")),
        Draft.of("general-soft-grudger", "J. Taylor Smith (Axelrod library)")
            .parameters("(n, d, c), d defections and c cooperations after n defections in a row")
            .takes(
                0,
                3,
                arguments ->
                    new DiaryStrategy(
                        arguments.fullName(),
                        _ ->
                            new SoftGrudger(
                                arguments.count(0, 1),
                                "D".repeat(arguments.count(1, 4) - 1)
                                    + "C".repeat(arguments.count(2, 2))))),
        Draft.of("grudger-alternator", "PRISON 1998")
            .plays(diary -> diary.otherDefections() > 0 ? move(!diary.self(1)) : C),
        Draft.of("easy-go", "PRISON 1998, Tzafestas 2000")
            .plays(diary -> move(diary.otherDefections() > 0)),
        Draft.of("spiteful-cc", "Mathieu, Beaufils & Delahaye 1999")
            .plays(diary -> move(diary.rounds() < 2 || diary.otherDefections() == 0)),
        Draft.of("capri", "Murase & Baek 2020").memory(3).plays(Capri::decide),
        Draft.of("once-bitten", "Holly Marissa (Axelrod library)")
            .memory(12)
            .keepsState(OnceBitten::new),
        Draft.of("fool-me-once", "Axelrod library")
            .plays(diary -> move(diary.otherDefections() <= 1)),
        Draft.of("retaliate", "Owen Campbell (Axelrod library)")
            .plays(diary -> retaliate(diary, 0.1)),
        Draft.of("retaliate-2", "Owen Campbell (Axelrod library)")
            .plays(diary -> retaliate(diary, 0.08)),
        Draft.of("retaliate-3", "Owen Campbell (Axelrod library)")
            .plays(diary -> retaliate(diary, 0.05)),
        Draft.of("limited-retaliate", "Owen Campbell (Axelrod library)")
            .keepsState(() -> new LimitedRetaliate(0.1, 20)),
        Draft.of("limited-retaliate-2", "Owen Campbell (Axelrod library)")
            .keepsState(() -> new LimitedRetaliate(0.08, 15)),
        Draft.of("limited-retaliate-3", "Owen Campbell (Axelrod library)")
            .keepsState(() -> new LimitedRetaliate(0.05, 20)));
  }

  /** Defects while the other has exploited more often than this share of being exploited. */
  private static double retaliate(Diary diary, double threshold) {
    return move(!(diary.count(true, false) > diary.count(false, true) * threshold));
  }

  private static final class ForgetfulGrudger implements Decider {
    private static final int MEMORY = 10;
    private boolean grudging;
    private int held;

    @Override
    public double decide(Diary diary) {
      if (held == MEMORY) {
        held = 0;
        grudging = false;
      }
      grudging |= diary.otherDefectedLast();
      held += grudging ? 1 : 0;
      return move(!grudging);
    }
  }

  /** Answers defections in a row with one defection and then fixed moves, whatever happens. */
  private static final class SoftGrudger implements Decider {
    private final String offence;
    private final String answer;
    private final Plan plan = new Plan();

    SoftGrudger(int defections, String answer) {
      this.offence = "D".repeat(defections);
      this.answer = answer;
    }

    @Override
    public double decide(Diary diary) {
      if (plan.isPending()) {
        return plan.move();
      }
      if (diary.otherEnds(offence)) {
        plan.make(answer);
        return D;
      }
      return C;
    }
  }

  private static final class OnceBitten implements Decider {
    private static final int MEMORY = 10;
    private boolean bitten;
    private int held;

    @Override
    public double decide(Diary diary) {
      if (held >= MEMORY) {
        held = 0;
        bitten = false;
      }
      if (bitten) {
        held++;
        return D;
      }
      bitten = diary.otherEnds("DD");
      return move(!bitten);
    }
  }

  private static final class LimitedRetaliate implements Decider {
    private final double threshold;
    private final int limit;
    private int retaliations;

    LimitedRetaliate(double threshold, int limit) {
      this.threshold = threshold;
      this.limit = limit;
    }

    @Override
    public double decide(Diary diary) {
      if (retaliate(diary, threshold) == D && retaliations < limit) {
        retaliations++;
        return D;
      }
      retaliations = 0;
      return C;
    }
  }
}
