package org.ethogram.games.memoryone;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.ethogram.games.longrun.Automaton;
import org.ethogram.games.longrun.Encounter;
import org.ethogram.games.longrun.Outcome;
import org.ethogram.games.strategies.MemoryOne;

/**
 * Whether a strategy is its own best reply, in the whole game and after every history.
 *
 * <p>Against a memory-one strategy the other faces a Markov decision process over the last outcome,
 * so one of the 32 deterministic memory-one strategies is among the best replies of any memory
 * (Puterman 1994, theorems 6.2.10 and 9.1.8). Both players' hands tremble alike.
 *
 * @param p as it is intended
 */
record Equilibria(MemoryOne p, Setting setting) {
  private static final int REPLIES = 32;

  Verdict nash() {
    double own = payoff(p, p, setting);
    MemoryOne best = reply(0);
    double most = Double.NEGATIVE_INFINITY;
    for (int number = 0; number < REPLIES; number++) {
      double payoff = payoff(reply(number), p, setting);
      if (payoff > most + Condition.TOLERANCE) {
        most = payoff;
        best = reply(number);
      }
    }
    return Verdict.of(
        "nash",
        "Nash 1950",
        List.of(
            Condition.atMost(
                "best reply %s gets %s <= own %s"
                    .formatted(best.name(), decimal(most), decimal(own)),
                most,
                own)));
  }

  /**
   * No single deviation pays after any last outcome or in the first round (the one-shot deviation
   * principle, which needs a discount; Blackwell 1965).
   */
  Verdict subgamePerfect() {
    String source = "Selten 1965";
    if (setting.isUndiscounted()) {
      return Verdict.notApplicable("subgame-perfect", source, "judged with a discount below 1");
    }
    List<Condition> conditions = new ArrayList<>();
    conditions.add(deviation("in the first round", p.first(), p.first()));
    for (Outcome outcome : Outcome.values()) {
      conditions.add(
          deviation("after " + outcome, after(p, outcome), after(p, outcome.mirrored())));
    }
    return Verdict.of("subgame-perfect", source, conditions);
  }

  /** The payoff a round of the first of two strategies in the setting. */
  static double payoff(MemoryOne one, MemoryOne other, Setting setting) {
    return new Encounter(Automaton.of(one), Automaton.of(other), setting.noise())
        .frequencies(setting.discount())
        .payoff(setting.payoffs());
  }

  private Condition deviation(String when, double own, double other) {
    double cooperating = payoff(opening(1), opening(other), setting);
    double defecting = payoff(opening(0), opening(other), setting);
    if (own > 0 && own < 1) {
      return Condition.equal(
          "C and D pay the same " + when + ", where it mixes", cooperating, defecting);
    }
    return own == 1
        ? Condition.atMost("D pays no more than C " + when, defecting, cooperating)
        : Condition.atMost("C pays no more than D " + when, cooperating, defecting);
  }

  /** The strategy in the middle of a match, where it now cooperates with this chance. */
  private MemoryOne opening(double chance) {
    return new MemoryOne(p.name(), chance, p.afterCC(), p.afterCD(), p.afterDC(), p.afterDD());
  }

  private static double after(MemoryOne p, Outcome outcome) {
    return switch (outcome) {
      case CC -> p.afterCC();
      case CD -> p.afterCD();
      case DC -> p.afterDC();
      case DD -> p.afterDD();
    };
  }

  private static String decimal(double payoff) {
    BigDecimal rounded = BigDecimal.valueOf(payoff).setScale(3, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static MemoryOne reply(int number) {
    int[] bits = new int[5];
    List<String> name = new ArrayList<>();
    for (int place = 0; place < bits.length; place++) {
      bits[place] = number >> (bits.length - 1 - place) & 1;
      name.add(Integer.toString(bits[place]));
    }
    return new MemoryOne(String.join(",", name), bits[0], bits[1], bits[2], bits[3], bits[4]);
  }
}
