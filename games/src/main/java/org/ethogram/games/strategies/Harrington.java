package org.ethogram.games.strategies;

import java.util.List;
import org.ethogram.games.strategies.Belief.Course;

/**
 * Tit for tat that tries defections from round 37 on, breaks streaks, and stops cooperating with
 * the random (Paul Harrington's K75R, in Axelrod 1980b).
 *
 * <p>Its trials are drawn, and a trial looks like an answer in kind, so what it is about shows only
 * later.
 */
final class Harrington implements Belief.Mind<Harrington.State> {
  /** The state before the first round. */
  static final State START =
      new State(Mode.NORMAL, false, 0, 0, 0, 3, false, 0, new Parity(0, 0, 0));

  enum Mode {
    NORMAL,
    FAIR_WEATHER,
    DEFECT
  }

  /**
   * @param returned whether it has been in the mode of defection and left it
   * @param exit how near it is to leaving that mode, which it does at 11
   * @param trials how many defections it has tried since round 37
   * @param scheduled how many cooperations it owes
   * @param sinceTrial cooperations since the last trial, counted from 1 to 3
   * @param burned whether a trial was punished, which ends trials
   * @param defections the other's defections in a row, to 20
   */
  record State(
      Mode mode,
      boolean returned,
      int exit,
      int trials,
      int scheduled,
      int sinceTrial,
      boolean burned,
      int defections,
      Parity parity) {
    State in(Mode other) {
      return new State(
          other, returned, exit, trials, scheduled, sinceTrial, burned, defections, parity);
    }

    State leavingDefection() {
      return new State(Mode.NORMAL, true, exit, trials, 2, sinceTrial, burned, defections, parity);
    }

    State exitAt(int meter) {
      return new State(
          mode, returned, meter, trials, scheduled, sinceTrial, burned, defections, parity);
    }

    State seeing(boolean otherDefected) {
      boolean hurt = burned || (sinceTrial == 2 && otherDefected);
      return new State(
          mode, returned, exit, trials, scheduled, sinceTrial, hurt, defections, parity);
    }

    State countingDefections(boolean otherDefected) {
      int streak = otherDefected ? Math.min(20, defections + 1) : 0;
      return new State(mode, returned, exit, trials, scheduled, sinceTrial, burned, streak, parity);
    }

    State with(Parity changed) {
      return new State(
          mode, returned, exit, trials, scheduled, sinceTrial, burned, defections, changed);
    }

    State trying(int more) {
      return new State(mode, returned, exit, trials + more, 2, 1, burned, defections, parity);
    }

    State cooperating() {
      return new State(
          mode,
          returned,
          exit,
          trials,
          Math.max(0, scheduled - 1),
          Math.min(3, sinceTrial + 1),
          burned,
          defections,
          parity);
    }
  }

  /** Two counts of defections that are taken in turns; at the limit one is forgiven. */
  record Parity(int current, int waiting, int hits) {
    Parity next(boolean otherDefected) {
      return new Parity(otherDefected ? waiting + 1 : 0, current, hits);
    }

    boolean atLimit() {
      return current >= (hits >= 8 ? 3 : 5);
    }

    Parity forgiven() {
      return new Parity(0, waiting, Math.min(8, hits + 1));
    }

    Parity defecting() {
      return new Parity(Math.min(20, current + 1), waiting, hits);
    }
  }

  @Override
  public List<Course<State>> courses(State state, Diary diary) {
    int round = diary.rounds() + 1;
    if (round == 1) {
      return Course.certain(true, state);
    }
    boolean otherDefected = !diary.other(1);
    if (state.mode() == Mode.DEFECT) {
      State moved = state.exitAt(otherDefected ? state.exit() + 1 : state.exit() - 3);
      return moved.exit() >= 11
          ? Course.certain(true, moved.leavingDefection())
          : Course.certain(false, moved);
    }
    if (!state.returned() && round % 15 == 0 && round > 15 && looksRandom(diary)) {
      return Course.certain(false, state.in(Mode.DEFECT));
    }
    State seen = state.seeing(otherDefected);
    if (round == 38 && otherDefected && diary.otherCooperations() == 36) {
      return Course.certain(true, seen.in(Mode.FAIR_WEATHER));
    }
    if (seen.mode() == Mode.FAIR_WEATHER && !otherDefected) {
      return Course.certain(true, seen.cooperating());
    }
    return normal(seen.in(Mode.NORMAL), round, otherDefected);
  }

  private static List<Course<State>> normal(State before, int round, boolean otherDefected) {
    State state = before.countingDefections(otherDefected);
    if (state.defections() >= 20) {
      return Course.certain(false, state.with(state.parity().defecting()));
    }
    State turned = state.with(state.parity().next(otherDefected));
    if (turned.parity().atLimit()) {
      return Course.certain(true, turned.with(turned.parity().forgiven()).cooperating());
    }
    if (turned.scheduled() >= 1) {
      return Course.certain(true, turned.cooperating());
    }
    if (round == 37) {
      return Course.certain(false, turned.trying(0));
    }
    State inKind = otherDefected ? turned.with(turned.parity().defecting()) : turned.cooperating();
    if (round < 37 || turned.burned()) {
      return Course.certain(!otherDefected, inKind);
    }
    double trial = Math.min(1, 0.25 + 0.05 * turned.trials());
    return List.of(
        new Course<>(1 - trial, !otherDefected, inKind),
        new Course<>(trial, false, turned.trying(1)));
  }

  /**
   * Whether the other's moves seem independent of the two moves before, by a chi-square statistic
   * that leaves out cells where one case or less is expected.
   */
  private static boolean looksRandom(Diary diary) {
    double rounds = diary.rounds() - 1;
    double[][] seen = new double[4][2];
    for (int index = 1; index < diary.rounds(); index++) {
      int before = (diary.otherAt(index - 1) ? 0 : 1) + (diary.selfAt(index - 1) ? 0 : 2);
      seen[before][diary.otherAt(index) ? 0 : 1]++;
    }
    double[] answers = new double[2];
    for (double[] row : seen) {
      answers[0] += row[0];
      answers[1] += row[1];
    }
    double defections = answers[1] / rounds;
    if (seen[0][0] / rounds >= 0.8 || defections < 0.25 || defections > 0.75) {
      return false;
    }
    double statistic = 0;
    for (double[] row : seen) {
      for (int answer = 0; answer < 2; answer++) {
        double expected = (row[0] + row[1]) * answers[answer] / rounds;
        statistic += expected > 1 ? Math.pow(expected - row[answer], 2) / expected : 0;
      }
    }
    return statistic <= 3;
  }
}
