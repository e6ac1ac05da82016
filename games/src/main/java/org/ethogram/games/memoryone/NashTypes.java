package org.ethogram.games.memoryone;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.strategies.MemoryOne;

/**
 * Nash equilibria of a memory-one strategy with itself that end in defection or in taking turns
 * (Stewart & Plotkin 2014, Collapse of cooperation in evolving games); those that end in
 * cooperation are among {@link Partners}.
 */
record NashTypes(MemoryOne p, Setting setting) {
  private static final String SOURCE = "Stewart & Plotkin 2014";

  /**
   * Both defect for ever. With pDD = 0, (1 - d pCC) vCC + (1 - d pCD) vCD = d pDC vDC, and the
   * other's payoff less P is (R - P) vCC + (T - P) vCD - (P - S) vDC.
   */
  Verdict defecting() {
    String property = "defecting-nash";
    if (!setting.isDilemma()) {
      return Partners.noDilemma(property, SOURCE);
    }
    DilemmaPayoffs of = setting.payoffs();
    double d = setting.discount();
    double loss = of.punishment() - of.sucker();
    double forgiveness = d * p.afterDC();
    String factor = setting.isUndiscounted() ? "" : "d ";
    List<Condition> conditions = new ArrayList<>();
    conditions.add(Condition.equal("p0 = 0", p.first(), 0));
    conditions.add(Condition.equal("pDD = 0", p.afterDD(), 0));
    conditions.add(
        Condition.atMost(
            "(R-P) " + factor + "pDC <= (P-S)(1 - " + factor + "pCC)",
            (of.reward() - of.punishment()) * forgiveness,
            loss * (1 - d * p.afterCC())));
    conditions.add(
        Condition.atMost(
            "(T-P) " + factor + "pDC <= (P-S)(1 - " + factor + "pCD)",
            (of.temptation() - of.punishment()) * forgiveness,
            loss * (1 - d * p.afterCD())));
    return Verdict.of(property, SOURCE, conditions);
  }

  /** The two take turns in exploiting each other, once they are out of step; only without end. */
  Verdict alternating() {
    String property = "alternating-nash";
    if (!setting.isDilemma()) {
      return Partners.noDilemma(property, SOURCE);
    }
    if (!setting.isUndiscounted()) {
      return Verdict.notApplicable(property, SOURCE, "stated without a discount");
    }
    DilemmaPayoffs of = setting.payoffs();
    double turns = (of.temptation() + of.sucker()) / 2;
    double above = of.temptation() - turns;
    return Verdict.of(
        property,
        SOURCE,
        List.of(
            Condition.equal("pCD = 0", p.afterCD(), 0),
            Condition.equal("pDC = 1", p.afterDC(), 1),
            Condition.equal("own payoff = (T+S)/2", Equilibria.payoff(p, p, withoutNoise()), turns),
            Condition.atMost(
                "(T-S)/2 pCC <= T-R", above * p.afterCC(), of.temptation() - of.reward()),
            Condition.atMost(
                "(T-S)/2 pDD <= (T+S)/2 - P", above * p.afterDD(), turns - of.punishment())));
  }

  /** The slips are in p already. */
  private Setting withoutNoise() {
    return new Setting(setting.payoffs(), setting.discount(), 0);
  }
}
