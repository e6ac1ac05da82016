package org.ethogram.games.memoryone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethogram.games.strategies.MemoryOne;

/**
 * What a memory-one strategy can be counted on for.
 *
 * <p>Partner, rival, good and zero-determinant are promises against everybody. They are judged on
 * the strategy as its own hand executes it, slips included; the other may do anything. In {@code
 * nash} and {@code subgame-perfect} both hands tremble.
 *
 * @param strategy as it is intended
 * @param relation of the payoffs, which binds only where {@link LinearRelation#isEnforced}; absent
 *     where R = P or S = T
 */
public record MemoryOneAnalysis(
    MemoryOne strategy,
    Setting setting,
    Optional<LinearRelation> relation,
    List<Verdict> verdicts) {
  public MemoryOneAnalysis {
    verdicts = List.copyOf(verdicts);
  }

  public static MemoryOneAnalysis of(MemoryOne strategy, Setting setting) {
    MemoryOne executed = setting.executed(strategy);
    Optional<LinearRelation> relation = LinearRelation.of(executed, setting);
    Partners partners = new Partners(executed, setting);
    NashTypes types = new NashTypes(executed, setting);
    Equilibria equilibria = new Equilibria(strategy, setting);
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.add(partners.nice());
    verdicts.add(partners.partner());
    verdicts.add(partners.good());
    verdicts.add(new Rivals(executed, setting).rival());
    relation.ifPresent(of -> verdicts.addAll(new ZeroDeterminants(of, setting).all()));
    verdicts.add(equilibria.nash());
    verdicts.add(partners.cooperativeNash());
    verdicts.add(types.defecting());
    verdicts.add(types.alternating());
    verdicts.add(equilibria.subgamePerfect());
    return new MemoryOneAnalysis(strategy, setting, relation, verdicts);
  }
}
