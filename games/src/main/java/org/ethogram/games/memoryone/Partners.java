package org.ethogram.games.memoryone;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.strategies.MemoryOne;

/**
 * Strategies that share the reward of mutual cooperation, or deny it.
 *
 * <p>Whoever the other is, the discounted frequencies v of the outcomes satisfy (1 - d) p0 + d
 * (v.p) = vCC + vCD (Akin 2015 for d = 1; Hilbe, Traulsen & Sigmund 2015). For a strategy that
 * never defects first this leaves d (1 - pCD) vCD = (1 - d + d pDC) vDC + (1 - d + d pDD) vDD, and
 * the other's payoff less R is a sum over vDC and vDD whose two factors must be negative.
 */
record Partners(MemoryOne p, Setting setting) {
  private static final String AKIN = "Akin 2015, theorem 1.5";
  private static final String PARTNERS = "Hilbe, Traulsen & Sigmund 2015";

  /** Never the first to defect. */
  Verdict nice() {
    return Verdict.of("nice", "Axelrod 1984", niceness());
  }

  /**
   * The other cannot get R or more without both getting exactly R. Only pCC = 1 is asked for, as
   * first moves do not count without a discount.
   */
  Verdict good() {
    if (!setting.isDilemma()) {
      return noDilemma("good", AKIN);
    }
    if (!setting.isUndiscounted()) {
      return Verdict.notApplicable("good", AKIN, "defined without a discount; see partner");
    }
    return Verdict.of("good", AKIN, and(List.of(agreeable()), penalties(Condition.Kind.LESS)));
  }

  /** Nice, and when it does not get R itself, the other gets less than R. */
  Verdict partner() {
    return setting.isDilemma()
        ? Verdict.of("partner", PARTNERS, and(niceness(), penalties(Condition.Kind.LESS)))
        : noDilemma("partner", PARTNERS);
  }

  /** A Nash equilibrium with itself in which both cooperate. */
  Verdict cooperativeNash() {
    String source = "Akin 2015; Stewart & Plotkin 2014";
    return setting.isDilemma()
        ? Verdict.of("cooperative-nash", source, and(niceness(), penalties(Condition.Kind.AT_MOST)))
        : noDilemma("cooperative-nash", source);
  }

  static Verdict noDilemma(String property, String source) {
    return Verdict.notApplicable(
        property, source, "stated for prisoner's dilemmas with 2R > T + S");
  }

  private List<Condition> niceness() {
    return List.of(Condition.equal("p0 = 1", p.first(), 1), agreeable());
  }

  private Condition agreeable() {
    return Condition.equal("pCC = 1", p.afterCC(), 1);
  }

  private List<Condition> penalties(Condition.Kind kind) {
    DilemmaPayoffs of = setting.payoffs();
    double d = setting.discount();
    double gain = of.temptation() - of.reward();
    double retaliation = d * (1 - p.afterCD());
    String sign = kind == Condition.Kind.LESS ? " < " : " <= ";
    String right = setting.isUndiscounted() ? "(1 - pCD)" : "d(1 - pCD)";
    List<Condition> conditions = new ArrayList<>();
    conditions.add(
        new Condition(
            "(T-R)" + rest("pDC") + sign + "(R-S)" + right,
            (of.reward() - of.sucker()) * retaliation - gain * (1 - d + d * p.afterDC()),
            kind));
    conditions.add(
        new Condition(
            "(T-R)" + rest("pDD") + sign + "(R-P)" + right,
            (of.reward() - of.punishment()) * retaliation - gain * (1 - d + d * p.afterDD()),
            kind));
    if (p.afterCD() == 1) {
      // Whoever repeats its own last move satisfies both with equality and never punishes.
      conditions.add(Condition.less("pCD < 1", p.afterCD(), 1));
    }
    return conditions;
  }

  private String rest(String probability) {
    return setting.isUndiscounted() ? " " + probability : "(1 - d + d " + probability + ")";
  }

  private static List<Condition> and(List<Condition> some, List<Condition> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
