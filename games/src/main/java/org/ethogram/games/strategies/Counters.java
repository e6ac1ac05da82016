package org.ethogram.games.strategies;

import static org.ethogram.games.strategies.Decider.C;
import static org.ethogram.games.strategies.Decider.D;
import static org.ethogram.games.strategies.Decider.move;
import static org.ethogram.games.strategies.Decider.titForTat;

import java.util.List;
import org.ethogram.games.play.Strategy;
import org.ethogram.games.strategies.Strategies.Entry;

/** Strategies that go by counts and averages over many rounds. */
final class Counters {
  private Counters() {}

  static List<Entry> entries() {
    return List.of(
        majority("soft-go-by-majority", 0, true)
            .also("go-by-majority", "soft-majority")
            .plays(d -> byMajority(d, 0, true)),
        majority("soft-go-by-majority-5", 5, true)
            .also("go-by-majority-5")
            .plays(d -> byMajority(d, 5, true)),
        majority("soft-go-by-majority-10", 10, true)
            .also("go-by-majority-10")
            .plays(d -> byMajority(d, 10, true)),
        majority("soft-go-by-majority-20", 20, true)
            .also("go-by-majority-20")
            .plays(d -> byMajority(d, 20, true)),
        majority("soft-go-by-majority-40", 40, true)
            .also("go-by-majority-40")
            .plays(d -> byMajority(d, 40, true)),
        majority("hard-go-by-majority", 0, false)
            .also("hard-majority")
            .plays(d -> byMajority(d, 0, false)),
        majority("hard-go-by-majority-5", 5, false).plays(d -> byMajority(d, 5, false)),
        majority("hard-go-by-majority-10", 10, false).plays(d -> byMajority(d, 10, false)),
        majority("hard-go-by-majority-20", 20, false).plays(d -> byMajority(d, 20, false)),
        majority("hard-go-by-majority-40", 40, false).plays(d -> byMajority(d, 40, false)),
        Draft.of("cumulative-reciprocity", "Li, Zhao, Li, Rossetti, Hilbe & Xia 2022")
            .also("cure")
            .parameters(
                "(n), by how many its own defections may fall behind the other's before it defects,"
                    + " 1 unless given")
            .takes(0, 1, Counters::cumulativeReciprocity),
        Draft.of("doubler", "PRISON 1998").plays(Counters::doubler),
        Draft.of("grumpy", "Jason Young (Axelrod library)").keepsState(Grumpy::new),
        Draft.of("short-mem", "Andre et al. 2013").memory(10).plays(Counters::shortMem),
        Draft.of("very-bad", "Andre et al. 2013").plays(Counters::veryBad),
        Draft.of("average-copier", "Geraint Palmer (Axelrod library)")
            .stochastic()
            .plays(d -> d.isEmpty() ? 0.5 : otherRate(d)),
        Draft.of("nice-average-copier", "Owen Campbell (Axelrod library)")
            .stochastic()
            .plays(d -> d.isEmpty() ? C : otherRate(d)),
        Draft.of("inverse", "Axelrod library").stochastic().plays(Counters::inverse),
        Draft.of("better-and-better", "PRISON 1998")
            .stochastic()
            .plays(d -> Math.min(1, (d.rounds() + 1) / 1000.0)),
        Draft.of("worse-and-worse", "PRISON 1998")
            .stochastic()
            .plays(d -> Math.max(0, 1 - (d.rounds() + 1) / 1000.0)),
        Draft.of("knowledgeable-worse-and-worse", "Adam Pohl (Axelrod library)")
            .stochastic()
            .usingHorizon()
            .looksAtSeat(
                seat ->
                    d ->
                        seat.horizon().announced().isEmpty()
                            ? C
                            : 1 - (d.rounds() + 1.0) / seat.horizon().announced().getAsInt()),
        Draft.of("worse-and-worse-2", "PRISON 1998")
            .stochastic()
            .plays(d -> d.rounds() < 20 ? titForTat(d) : 20.0 / (d.rounds() + 1)),
        Draft.of("worse-and-worse-3", "PRISON 1998")
            .stochastic()
            .plays(d -> d.isEmpty() ? C : otherRate(d)),
        Draft.of("golden", "Timothy Standen (Axelrod library)")
            .also("phi")
            .plays(d -> constant(d, (1 + Math.sqrt(5)) / 2)),
        Draft.of("pi", "Timothy Standen (Axelrod library)").plays(d -> constant(d, Math.PI)),
        Draft.of("e", "Timothy Standen (Axelrod library)").plays(d -> constant(d, Math.E)),
        Draft.of("self-steem", "Andre et al. 2013").stochastic().plays(Counters::selfSteem));
  }

  private static Draft majority(String name, int memory, boolean soft) {
    Draft draft = Draft.of(name, soft ? "Axelrod 1984" : "Mittal & Deb 2009");
    return memory == 0 ? draft : draft.memory(memory);
  }

  /**
   * @param memory how many rounds are counted, 0 for all
   * @param soft whether a tie is answered with cooperation
   */
  private static double byMajority(Diary diary, int memory, boolean soft) {
    int counted = memory == 0 ? diary.rounds() : Math.min(memory, diary.rounds());
    int defections = memory == 0 ? diary.otherDefections() : diary.otherDefectionsInLast(counted);
    int balance = counted - 2 * defections;
    return move(balance > 0 || (balance == 0 && soft));
  }

  private static Strategy cumulativeReciprocity(Arguments arguments) {
    int tolerance = arguments.values().isEmpty() ? 1 : arguments.whole(0);
    return new DiaryStrategy(
        arguments.fullName(),
        _ -> diary -> move(diary.otherDefections() - diary.selfDefections() <= tolerance));
  }

  private static double otherRate(Diary diary) {
    return diary.otherCooperations() / (double) diary.rounds();
  }

  private static double doubler(Diary diary) {
    return move(
        !(diary.otherDefectedLast() && diary.otherCooperations() <= 2 * diary.otherDefections()));
  }

  private static double shortMem(Diary diary) {
    if (diary.rounds() <= 10) {
      return C;
    }
    int balance = 10 - 2 * diary.otherDefectionsInLast(10);
    return balance >= 3 ? C : balance <= -3 ? D : titForTat(diary);
  }

  private static double veryBad(Diary diary) {
    if (diary.rounds() < 3) {
      return C;
    }
    double rate = otherRate(diary);
    return rate > 0.5 ? C : rate < 0.5 ? D : titForTat(diary);
  }

  /** The longer ago the other's last defection, the more probable cooperation. */
  private static double inverse(Diary diary) {
    for (int back = 1; back <= diary.rounds(); back++) {
      if (!diary.other(back)) {
        return 1 - 1.0 / back;
      }
    }
    return C;
  }

  /** Steers the ratio of all cooperations to all defections towards a constant. */
  private static double constant(Diary diary, double ratio) {
    if (diary.isEmpty()) {
      return C;
    }
    double cooperations = diary.otherCooperations() + diary.selfCooperations();
    double defections = diary.otherDefections() + diary.selfDefections();
    return move(diary.otherDefections() > 0 && !(cooperations / defections > ratio));
  }

  private static double selfSteem(Diary diary) {
    double sine = Math.sin(2 * Math.PI * diary.rounds() / 10);
    if (sine > 0.95) {
      return D;
    }
    if (Math.abs(sine) > 0.3 && Math.abs(sine) < 0.95) {
      return titForTat(diary);
    }
    return Math.abs(sine) < 0.3 ? 0.5 : C;
  }

  private static final class Grumpy implements Decider {
    private boolean grumpy;

    @Override
    public double decide(Diary diary) {
      int grumpiness = diary.otherDefections() - diary.otherCooperations();
      grumpy = grumpy ? grumpiness >= -10 : grumpiness > 10;
      return move(!grumpy);
    }
  }
}
