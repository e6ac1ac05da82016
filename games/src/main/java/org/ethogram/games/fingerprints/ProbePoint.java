package org.ethogram.games.fingerprints;

import java.util.List;
import org.ethogram.games.longrun.Automaton;
import org.ethogram.games.strategies.DilemmaStrategy;

/**
 * A point of the unit square and the opponent that stands there.
 *
 * <p>Below the diagonal x + y = 1 that is Joss-Ann of the probe. Above it, it is the dual of
 * Joss-Ann at (1 - x, 1 - y), which is Joss-Ann of the probe's dual, so that the whole square is
 * covered; on the diagonal both play at random and are the same (Ashlock & Kim 2008,
 * Fingerprinting).
 *
 * @param x from 0 to 1
 * @param y from 0 to 1
 */
record ProbePoint(double x, double y) {
  private boolean isDual() {
    return x + y >= 1;
  }

  DilemmaStrategy of(DilemmaStrategy probe) {
    return isDual() ? new Dual(new JossAnn(probe, 1 - x, 1 - y)) : new JossAnn(probe, x, y);
  }

  /** The same opponent, state by state. */
  Automaton of(Automaton probe) {
    List<Automaton.State> states =
        probe.states().stream().map(state -> isDual() ? dual(state) : jossAnn(state)).toList();
    return new Automaton(probe.name(), states);
  }

  private Automaton.State jossAnn(Automaton.State state) {
    return new Automaton.State(JossAnn.mixed(state.cooperation(), x, y), state.next());
  }

  /** What follows CC for the strategy follows DC for its dual, and CD goes with DD. */
  private Automaton.State dual(Automaton.State state) {
    List<Integer> next = state.next();
    return new Automaton.State(
        1 - JossAnn.mixed(state.cooperation(), 1 - x, 1 - y),
        List.of(next.get(2), next.get(3), next.get(0), next.get(1)));
  }
}
