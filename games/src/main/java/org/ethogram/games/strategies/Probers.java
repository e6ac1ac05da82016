package org.ethogram.games.strategies;

import static org.ethogram.games.strategies.Decider.C;
import static org.ethogram.games.strategies.Decider.D;
import static org.ethogram.games.strategies.Decider.move;
import static org.ethogram.games.strategies.Decider.titForTat;

import java.util.List;
import org.ethogram.games.strategies.Strategies.Entry;

/** Strategies that test the other first, and settle for what they find. */
final class Probers {
  private Probers() {}

  static List<Entry> entries() {
    return List.of(
        Draft.of("handshake", "Robson 1989").plays(Probers::handshake),
        Draft.of("collective-strategy", "Li & Kendall 2009").plays(Probers::collective),
        Draft.of("detective", "Nicky Case, The Evolution of Trust").plays(Probers::detective),
        Draft.of("prober", "Li, Hingston & Kendall 2011; PRISON 1998")
            .plays(diary -> opening(diary, "DCC") ? at(diary, "DCC") : unlessBothCooperated(diary)),
        Draft.of("prober-2", "PRISON 1998")
            .plays(
                diary ->
                    opening(diary, "DCC")
                        ? at(diary, "DCC")
                        : !diary.otherAt(1) && diary.otherAt(2) ? C : titForTat(diary)),
        Draft.of("prober-3", "PRISON 1998")
            .plays(
                diary ->
                    opening(diary, "DC")
                        ? at(diary, "DC")
                        : diary.otherAt(1) ? D : titForTat(diary)),
        Draft.of("prober-4", "PRISON 1998").keepsState(Prober4::new),
        Draft.of("hard-prober", "PRISON 1998")
            .plays(
                diary -> opening(diary, "DDCC") ? at(diary, "DDCC") : unlessBothCooperated(diary)),
        Draft.of("naive-prober", "Li, Hingston & Kendall 2011")
            .stochastic()
            .memoryOne(1, 0.9, 0, 0.9, 0),
        Draft.of("remorseful-prober", "Li, Hingston & Kendall 2011")
            .memory(2)
            .stochastic()
            .keepsState(RemorsefulProber::new));
  }

  private static boolean opening(Diary diary, String moves) {
    return diary.rounds() < moves.length();
  }

  private static double at(Diary diary, String moves) {
    return move(moves.charAt(diary.rounds()) == 'C');
  }

  /** Exploits those who cooperated in the second and third rounds, after the probe. */
  private static double unlessBothCooperated(Diary diary) {
    return diary.otherAt(1) && diary.otherAt(2) ? D : titForTat(diary);
  }

  private static double handshake(Diary diary) {
    return opening(diary, "CD") ? at(diary, "CD") : move(diary.otherBegan("CD"));
  }

  private static double collective(Diary diary) {
    return opening(diary, "CD")
        ? at(diary, "CD")
        : move(diary.otherDefections() <= 1 && diary.otherBegan("CD"));
  }

  private static double detective(Diary diary) {
    if (opening(diary, "CDCC")) {
      return at(diary, "CDCC");
    }
    return diary.otherBegan("CCCC") ? D : titForTat(diary);
  }

  /** Twenty fixed moves, and then defection where the other did not tell just from unjust. */
  private static final class Prober4 implements Decider {
    private static final String PROBE = "CCDCDDDCCDCDCCDCDDCD";
    private int deserved;
    private int undeserved;

    @Override
    public double decide(Diary diary) {
      int round = diary.rounds();
      if (round < PROBE.length()) {
        if (diary.otherDefectedLast()) {
          deserved += diary.self(1) ? 0 : 1;
          undeserved += diary.self(1) ? 1 : 0;
        }
        return at(diary, PROBE);
      }
      if (Math.abs(deserved - undeserved) <= 2) {
        return D;
      }
      return round < PROBE.length() + 5 ? C : titForTat(diary);
    }
  }

  /** Does not answer the defection that its own probe has provoked. */
  private static final class RemorsefulProber implements Decider {
    private static final double PROBE = 0.1;
    private boolean mayProbe;
    private boolean probing;

    @Override
    public double decide(Diary diary) {
      if (mayProbe) {
        probing = !diary.self(1);
      }
      mayProbe = false;
      if (diary.otherDefectedLast()) {
        boolean regrets = probing;
        probing = false;
        return move(regrets);
      }
      mayProbe = !diary.isEmpty();
      return mayProbe ? 1 - PROBE : C;
    }
  }
}
