package org.ethogram.games.memoryone;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.games.strategies.MemoryOne;

/**
 * Strategies that never get less than the other, whoever that is (competitive in Hilbe, Traulsen &
 * Sigmund 2015; rivals in Hilbe, Chatterjee & Nowak 2018).
 *
 * <p>The other's payoff less the own is (T - S)(vCD - vDC). Against universal defection only p0 = 0
 * and pDD = 0 keep vCD at 0; then (1 - d pCC) vCC + (1 - d pCD) vCD = d pDC vDC, so that vCD <= vDC
 * for everybody exactly when d (pCD + pDC) <= 1. Without a discount first moves count only where
 * they are repeated for ever.
 */
record Rivals(MemoryOne p, Setting setting) {
  private static final String SOURCE = "Hilbe, Traulsen & Sigmund 2015";

  Verdict rival() {
    if (!setting.isDilemma()) {
      return Partners.noDilemma("rival", SOURCE);
    }
    double d = setting.discount();
    List<Condition> conditions = new ArrayList<>();
    if (!setting.isUndiscounted()) {
      conditions.add(Condition.equal("p0 = 0", p.first(), 0));
    } else if (p.afterCD() == 1) {
      conditions.add(Condition.equal("p0 = 0, where pCD = 1", p.first(), 0));
    }
    if (d > 0) {
      conditions.add(Condition.equal("pDD = 0", p.afterDD(), 0));
    }
    conditions.add(
        Condition.atMost(
            setting.isUndiscounted() ? "pCD + pDC <= 1" : "d(pCD + pDC) <= 1",
            d * (p.afterCD() + p.afterDC()),
            1));
    return Verdict.of("rival", SOURCE, conditions);
  }
}
