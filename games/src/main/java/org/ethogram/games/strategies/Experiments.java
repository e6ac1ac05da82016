package org.ethogram.games.strategies;

import static org.ethogram.games.strategies.Decider.C;
import static org.ethogram.games.strategies.Decider.D;
import static org.ethogram.games.strategies.Decider.move;

import java.util.List;
import org.ethogram.games.strategies.Strategies.Entry;

/**
 * Strategies by which the play of people in repeated games is told apart (Dal Bo & Frechette 2011,
 * The evolution of cooperation in infinitely repeated games; Fudenberg, Rand & Dreber 2012, Slow to
 * anger and fast to forgive, table 2), as far as they are not known from elsewhere.
 */
final class Experiments {
  private static final String FUDENBERG = "Fudenberg, Rand & Dreber 2012";

  private Experiments() {}

  static List<Entry> entries() {
    return List.of(
        Draft.of("tit-for-three-tats", FUDENBERG)
            .also("tf3t", "tit-for-3-tats")
            .memory(3)
            .plays(diary -> move(!diary.otherEnds("DDD"))),
        Draft.of("memory-one-grim", FUDENBERG).memoryOne(1, 1, 0, 0, 0),
        Draft.of("lenient-grim-2", FUDENBERG).also("grim-2").keepsState(() -> new LenientGrim(2)),
        Draft.of("lenient-grim-3", FUDENBERG).also("grim-3").keepsState(() -> new LenientGrim(3)),
        Draft.of("t-2", "Dal Bo & Frechette 2011").also("trigger-2").keepsState(Trigger::new),
        Draft.of("win-stay-lose-shift-2", FUDENBERG)
            .also("2ptft", "perfect-tit-for-tat-2")
            .memory(2)
            .plays(Experiments::perfectTitForTat2),
        Draft.of("false-cooperator", FUDENBERG).also("c-to-all-d").memoryOne(1, 0, 0, 0, 0),
        Draft.of("exploitive-tit-for-two-tats", FUDENBERG)
            .also("d-tf2t")
            .memory(2)
            .plays(diary -> move(!diary.isEmpty() && !diary.otherEnds("DD"))),
        Draft.of("exploitive-tit-for-three-tats", FUDENBERG)
            .also("d-tf3t")
            .memory(3)
            .plays(diary -> move(!diary.isEmpty() && !diary.otherEnds("DDD"))),
        Draft.of("exploitive-grim-2", FUDENBERG)
            .also("d-grim-2")
            .keepsState(() -> afterDefecting(new LenientGrim(2))),
        Draft.of("exploitive-grim-3", FUDENBERG)
            .also("d-grim-3")
            .keepsState(() -> afterDefecting(new LenientGrim(3))));
  }

  private static Decider afterDefecting(Decider decider) {
    return diary -> diary.isEmpty() ? D : decider.decide(diary);
  }

  private static boolean bothCooperated(Diary diary, int back) {
    return diary.rounds() < back || (diary.self(back) && diary.other(back));
  }

  private static boolean bothDefected(Diary diary, int back) {
    return diary.rounds() >= back && !diary.self(back) && !diary.other(back);
  }

  /** Win-stay, lose-shift that punishes for two rounds. */
  private static double perfectTitForTat2(Diary diary) {
    return move(
        (bothCooperated(diary, 1) && (bothCooperated(diary, 2) || bothDefected(diary, 2)))
            || (bothDefected(diary, 1) && bothDefected(diary, 2)));
  }

  /** Defects for good once so many rounds in a row had a defection of either. */
  private static final class LenientGrim implements Decider {
    private final int patience;
    private int inARow;

    LenientGrim(int patience) {
      this.patience = patience;
    }

    @Override
    public double decide(Diary diary) {
      if (inARow < patience) {
        inARow = bothCooperated(diary, 1) ? 0 : inARow + 1;
      }
      return move(inARow < patience);
    }
  }

  /** A defection of either is followed by two of its own, and then all is forgotten. */
  private static final class Trigger implements Decider {
    private final Plan plan = new Plan();

    @Override
    public double decide(Diary diary) {
      if (plan.isPending()) {
        return plan.move();
      }
      if (bothCooperated(diary, 1)) {
        return C;
      }
      plan.make("DC");
      return D;
    }
  }
}
