package org.ethogram.games.strategies;

import static org.ethogram.games.strategies.Decider.C;
import static org.ethogram.games.strategies.Decider.D;
import static org.ethogram.games.strategies.Decider.move;
import static org.ethogram.games.strategies.Decider.titForTat;

import java.util.List;
import org.ethogram.games.strategies.Strategies.Entry;

/** Strategies that answer the other's last moves in kind, more or less strictly. */
final class TitForTatRelatives {
  private TitForTatRelatives() {}

  static List<Entry> entries() {
    return List.of(
        Draft.of("two-tits-for-tat", "Axelrod 1984")
            .also("2tft", "two-tits-for-one-tat")
            .memory(2)
            .plays(diary -> move(diary.otherDefectionsInLast(2) == 0)),
        Draft.of("hard-tit-for-tat", "PRISON 1998")
            .also("htft")
            .memory(3)
            .plays(diary -> move(diary.otherDefectionsInLast(3) == 0)),
        Draft.of("hard-tit-for-2-tats", "Stewart & Plotkin 2012")
            .also("hard-tit-for-two-tats", "two-tits-for-two-tats", "2tf2t")
            .memory(3)
            .plays(TitForTatRelatives::unlessTwoOfThreeInARow),
        Draft.of("dynamic-two-tits-for-tat", "Grim (Axelrod library)")
            .stochastic()
            .plays(
                diary ->
                    diary.otherDefectionsInLast(2) == 0
                        ? C
                        : diary.otherCooperations() / (double) diary.rounds()),
        Draft.of("bully", "Nachbar 1992").also("reverse-tit-for-tat").memoryOne(0, 0, 1, 0, 1),
        Draft.of("anti-tit-for-tat", "Hilbe, Nowak & Sigmund 2013").memoryOne(1, 0, 1, 0, 1),
        Draft.of("sneaky-tit-for-tat", "Axelrod library").plays(TitForTatRelatives::sneaky),
        Draft.of("slow-tit-for-two-tats-2", "PRISON 1998")
            .memory(2)
            .plays(
                diary ->
                    diary.rounds() < 2
                        ? C
                        : move(diary.other(1) == diary.other(2) ? diary.other(1) : diary.self(1))),
        Draft.of("alexei", "LessWrong tournament 2011").endingWith("D").plays(Decider::titForTat),
        Draft.of("eugine-nier", "LessWrong tournament 2011")
            .endingWith("D")
            .keepsState(EugineNier::new),
        Draft.of("michaelos", "LessWrong tournament 2011")
            .stochastic()
            .endingWith("D")
            .keepsState(Michaelos::new),
        Draft.of("adaptive-tit-for-tat", "Tzafestas 2000").keepsState(AdaptiveTitForTat::new),
        Draft.of("spiteful-tit-for-tat", "PRISON 1998").keepsState(SpitefulTitForTat::new),
        Draft.of("contrite-tit-for-tat", "Wu & Axelrod 1995")
            .also("ctft")
            .memory(3)
            .keepsState(ContriteTitForTat::new),
        Draft.of("random-tit-for-tat", "Axelrod library")
            .memory(1)
            .stochastic()
            .plays(diary -> diary.rounds() > 0 && diary.rounds() % 2 == 0 ? 0.5 : titForTat(diary)),
        Draft.of("burn-both-ends", "Marinoff 1992").stochastic().memoryOne(1, 0.9, 0, 0.9, 0),
        Draft.of("forgiving-tit-for-tat", "Axelrod library")
            .plays(diary -> tooManyDefections(diary) ? titForTat(diary) : C),
        Draft.of("forgiver", "Axelrod library").plays(diary -> move(!tooManyDefections(diary))),
        Draft.of("n-tits-for-m-tats", "Axelrod library")
            .memory(3)
            .parameters("(n, m), n defections after m in a row, 3 and 2 unless given")
            .takes(
                0,
                2,
                arguments ->
                    new DiaryStrategy(
                        arguments.fullName(),
                        _ -> new NTitsForMTats(arguments.count(0, 3), arguments.count(1, 2)))));
  }

  private static double unlessTwoOfThreeInARow(Diary diary) {
    boolean lastTwo = diary.otherEnds("DD");
    boolean twoBefore = diary.otherEnds("DDC");
    return move(!lastTwo && !twoBefore);
  }

  private static double sneaky(Diary diary) {
    if (diary.rounds() < 2) {
      return C;
    }
    if (diary.otherDefections() == 0) {
      return D;
    }
    return !diary.other(1) && !diary.self(2) ? C : titForTat(diary);
  }

  private static boolean tooManyDefections(Diary diary) {
    return diary.otherDefections() > diary.rounds() / 10.0;
  }

  private static final class EugineNier implements Decider {
    private boolean defects;

    @Override
    public double decide(Diary diary) {
      defects |= diary.otherDefections() >= 5;
      return defects ? D : titForTat(diary);
    }
  }

  /** After exploiting the other it tosses a coin, once, between peace and eternal defection. */
  private static final class Michaelos implements Decider {
    private boolean tossed;
    private boolean defects;

    @Override
    public double decide(Diary diary) {
      defects |= tossed && !diary.self(1);
      tossed = !defects && !diary.isEmpty() && !diary.self(1) && diary.other(1);
      return defects ? D : tossed ? 0.5 : titForTat(diary);
    }
  }

  private static final class AdaptiveTitForTat implements Decider {
    private static final double RATE = 0.5;
    private double world = RATE;

    @Override
    public double decide(Diary diary) {
      if (diary.isEmpty()) {
        return C;
      }
      world += RATE * ((diary.other(1) ? 1 : 0) - world);
      return move(world >= 0.5);
    }
  }

  private static final class SpitefulTitForTat implements Decider {
    private boolean spiteful;

    @Override
    public double decide(Diary diary) {
      spiteful |= diary.otherEnds("DD");
      return spiteful ? D : titForTat(diary);
    }
  }

  /** Does not answer a defection that its own slip of the hand has provoked. */
  private static final class ContriteTitForTat implements Decider {
    private boolean contrite;
    private double intended = C;

    @Override
    public double decide(Diary diary) {
      if (diary.isEmpty()) {
        return C;
      }
      if (contrite && diary.self(1)) {
        contrite = false;
        intended = C;
        return intended;
      }
      boolean slipped = move(diary.self(1)) != intended;
      contrite |= slipped && !diary.self(1) && diary.other(1);
      intended = titForTat(diary);
      return intended;
    }
  }

  private static final class NTitsForMTats implements Decider {
    private final int tits;
    private final String tats;
    private int left;

    NTitsForMTats(int tits, int tats) {
      this.tits = tits;
      this.tats = "D".repeat(tats);
    }

    @Override
    public double decide(Diary diary) {
      if (diary.otherEnds(tats)) {
        left = tits;
      }
      if (left > 0) {
        left--;
        return D;
      }
      return C;
    }
  }
}
