package org.ethogram.games.strategies;

import static org.ethogram.games.strategies.Decider.C;
import static org.ethogram.games.strategies.Decider.D;
import static org.ethogram.games.strategies.Decider.move;
import static org.ethogram.games.strategies.Decider.titForTat;

import java.util.List;
import org.ethogram.games.strategies.Strategies.Entry;

/** Strategies that keep count of offences and pay back in proportion. */
final class GradualOnes {
  private GradualOnes() {}

  static List<Entry> entries() {
    return List.of(
        Draft.of("gradual", "Beaufils, Delahaye & Mathieu 1997, as in PRISON 1998")
            .keepsState(() -> new Gradual(true)),
        Draft.of("original-gradual", "Beaufils, Delahaye & Mathieu 1997")
            .keepsState(() -> new Gradual(false)),
        Draft.of("gradual-killer", "PRISON 1998").plays(GradualOnes::gradualKiller),
        Draft.of("omega-tft", "Slany & Kienreich 2007")
            .also("omega-tit-for-tat")
            .keepsState(Omega::new),
        Draft.of("punisher", "Geraint Palmer (Axelrod library)")
            .keepsState(() -> new Punisher(false)),
        Draft.of("inverse-punisher", "Geraint Palmer (Axelrod library)")
            .keepsState(() -> new Punisher(true)),
        Draft.of("level-punisher", "Arnold, Cooperation and Punishment 2015")
            .plays(
                diary ->
                    move(
                        diary.rounds() < 10
                            || diary.otherDefections() / (double) diary.rounds() <= 0.2)),
        Draft.of("tricky-level-punisher", "Arnold, Cooperation and Punishment 2015")
            .plays(GradualOnes::trickyLevelPunisher));
  }

  private static double gradualKiller(Diary diary) {
    if (diary.rounds() < 7) {
      return move(diary.rounds() >= 5);
    }
    return move(diary.otherAt(5) || diary.otherAt(6));
  }

  /** Of its three published levels the strictest, 5 percent up to round 100, decides. */
  private static double trickyLevelPunisher(Diary diary) {
    int rounds = diary.rounds();
    return move(rounds == 0 || rounds >= 100 || diary.otherDefections() / (double) rounds <= 0.05);
  }

  /** A defection is paid back with ever more defections, and two cooperations make peace. */
  private static final class Gradual implements Decider {
    private final boolean countsDefections;
    private final Plan plan = new Plan();
    private int punishments;

    /**
     * @param countsDefections whether a punishment is as long as the other has defected often,
     *     those during punishments included, or one round longer than the punishment before
     */
    Gradual(boolean countsDefections) {
      this.countsDefections = countsDefections;
    }

    @Override
    public double decide(Diary diary) {
      if (plan.isPending()) {
        return plan.move();
      }
      if (diary.otherDefectedLast()) {
        punishments++;
        int length = countsDefections ? diary.otherDefections() : punishments;
        plan.make("D".repeat(length - 1) + "CC");
        return D;
      }
      return C;
    }
  }

  /** Tit for tat that breaks deadlocks and gives up on the random. */
  private static final class Omega implements Decider {
    private static final int DEADLOCK = 3;
    private static final int RANDOMNESS = 8;
    private int deadlock;
    private int randomness;

    @Override
    public double decide(Diary diary) {
      if (diary.rounds() < 2) {
        return titForTat(diary);
      }
      if (deadlock >= DEADLOCK) {
        deadlock = deadlock == DEADLOCK ? DEADLOCK + 1 : 0;
        return C;
      }
      boolean changed = diary.other(1) != diary.other(2);
      randomness -= diary.otherEnds("CC") ? 1 : 0;
      randomness += changed ? 1 : 0;
      randomness += diary.self(1) != diary.other(1) ? 1 : 0;
      if (randomness >= RANDOMNESS) {
        return D;
      }
      deadlock = changed ? deadlock + 1 : 0;
      return titForTat(diary);
    }
  }

  /** Punishes for as many rounds as the other defects, or cooperates, in twenty. */
  private static final class Punisher implements Decider {
    private final boolean inverse;
    private int length = 1;
    private int served = 1;
    private boolean punishing;

    Punisher(boolean inverse) {
      this.inverse = inverse;
    }

    @Override
    public double decide(Diary diary) {
      if (served >= length) {
        served = 0;
        punishing = false;
      }
      if (punishing) {
        served++;
        return D;
      }
      if (diary.otherDefectedLast()) {
        int counted = inverse ? diary.otherCooperations() : diary.otherDefections();
        length = counted * 20 / diary.rounds();
        length = inverse ? Math.max(1, length) : length;
        punishing = true;
        return D;
      }
      return C;
    }
  }
}
