package org.ethogram.games.strategies;

import java.util.Arrays;
import org.ethogram.games.DilemmaPayoffs;

/**
 * Derives from the other's answers which rules it follows, tells slips from changes of mind by how
 * often a rule is broken in a row, and chooses the move that looks best over the next rounds (Au &
 * Nau 2006, with the parameters suggested there).
 */
final class DerivedBelief implements Decider {
  private static final double FORGETTING = 0.75;
  private static final int OBSERVATIONS_FOR_A_RULE = 3;
  private static final int VIOLATIONS_OF_A_RULE = 4;
  private static final int VIOLATIONS_OF_OLD_RULES = 3;
  private static final int ROUNDS_AHEAD = 5;
  private static final int OUTCOMES = 4;

  /** What the other does after an outcome, as far as a rule says so. */
  private enum Rule {
    NONE,
    COOPERATES,
    DEFECTS
  }

  private final double[] payoffs;

  /** Rules that it goes by until they are contradicted: at first, that the other is tit for tat. */
  private final Rule[] old = {Rule.COOPERATES, Rule.COOPERATES, Rule.DEFECTS, Rule.DEFECTS};

  /** Rules that were observed, in the order CC, CD, DC, DD, the own move first. */
  private final Rule[] current = {Rule.NONE, Rule.NONE, Rule.NONE, Rule.NONE};

  private final int[] violations = new int[OUTCOMES];
  private int oldViolations;
  private final Answers[] answers = {
    new Answers(true), new Answers(true), new Answers(false), new Answers(false)
  };

  DerivedBelief(DilemmaPayoffs payoffs) {
    this.payoffs =
        new double[] {
          payoffs.reward(), payoffs.sucker(), payoffs.temptation(), payoffs.punishment()
        };
  }

  @Override
  public double decide(Diary diary) {
    if (diary.isEmpty()) {
      return C;
    }
    if (diary.rounds() >= 2) {
      learn(outcome(diary.self(2), diary.other(2)), diary.other(1), diary.rounds());
    }
    return bestMove(outcome(diary.self(1), diary.other(1)));
  }

  private static int outcome(boolean self, boolean other) {
    return (self ? 0 : 2) + (other ? 0 : 1);
  }

  private void learn(int outcome, boolean cooperated, int round) {
    answers[outcome].add(cooperated, round);
    Rule kept = cooperated ? Rule.COOPERATES : Rule.DEFECTS;
    Rule broken = cooperated ? Rule.DEFECTS : Rule.COOPERATES;
    if (current[outcome] == Rule.NONE && answers[outcome].alike() >= OBSERVATIONS_FOR_A_RULE) {
      current[outcome] = kept;
      violations[outcome] = 0;
    }
    if (current[outcome] == kept) {
      violations[outcome] = 0;
    } else if (current[outcome] == broken) {
      violations[outcome]++;
      if (violations[outcome] >= VIOLATIONS_OF_A_RULE) {
        retireCurrentRules();
      }
    }
    boolean breaksOld = old[outcome] == broken;
    oldViolations += breaksOld ? 1 : 0;
    if (oldViolations > VIOLATIONS_OF_OLD_RULES || (current[outcome] == kept && breaksOld)) {
      Arrays.fill(old, Rule.NONE);
      oldViolations = 0;
    }
  }

  private void retireCurrentRules() {
    for (int outcome = 0; outcome < OUTCOMES; outcome++) {
      if (current[outcome] != Rule.NONE) {
        old[outcome] = current[outcome];
        current[outcome] = Rule.NONE;
      }
    }
    oldViolations = 0;
  }

  /** How probable the other's cooperation is after an outcome. */
  private double cooperation(int outcome) {
    Rule rule = old[outcome] == Rule.NONE ? current[outcome] : old[outcome];
    return rule == Rule.NONE ? answers[outcome].cooperation() : rule == Rule.COOPERATES ? C : D;
  }

  private double bestMove(int outcome) {
    double[] value = payoffs;
    for (int round = 1; round < ROUNDS_AHEAD; round++) {
      double[] earlier = new double[OUTCOMES];
      for (int from = 0; from < OUTCOMES; from++) {
        double best = Math.max(after(from, true, value), after(from, false, value));
        earlier[from] = best + payoffs[from];
      }
      value = earlier;
    }
    return Decider.move(
        after(outcome, true, value) + payoffs[outcome]
            >= after(outcome, false, value) + payoffs[outcome]);
  }

  private double after(int outcome, boolean self, double[] value) {
    double cooperation = cooperation(outcome);
    return cooperation * value[outcome(self, true)]
        + (1 - cooperation) * value[outcome(self, false)];
  }

  /** The other's answers to one outcome, older ones counting less. */
  private static final class Answers {
    private double cooperations;
    private double all = 1;
    private boolean last;
    private int alike;
    private int lastRound = 1;

    Answers(boolean cooperatedBefore) {
      this.cooperations = cooperatedBefore ? 1 : 0;
    }

    void add(boolean cooperated, int round) {
      double forgotten = Math.pow(FORGETTING, round - lastRound);
      cooperations = forgotten * cooperations + (cooperated ? 1 : 0);
      all = forgotten * all + 1;
      alike = alike > 0 && last == cooperated ? alike + 1 : 1;
      last = cooperated;
      lastRound = round;
    }

    /** How many of the latest answers were the same; those assumed at first do not count. */
    int alike() {
      return alike;
    }

    double cooperation() {
      return cooperations / all;
    }
  }
}
