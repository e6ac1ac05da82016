package org.ethogram.games.strategies;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.games.strategies.Belief.Course;

/**
 * A hidden Markov model that moves on what the other did: in each round it goes from state to state
 * by chance, and cooperates with the chance of the state that it has come to. It opens with
 * cooperation, in the state that it starts from.
 */
final class HiddenMarkov implements Belief.Mind<Integer> {
  private final double[][] afterC;
  private final double[][] afterD;
  private final double[] cooperation;

  /**
   * @param afterC chances of going from a state (row) to a state (column) after the other's C
   * @param afterD the same after its D
   * @param cooperation the chance of cooperation in each state
   */
  HiddenMarkov(double[][] afterC, double[][] afterD, double[] cooperation) {
    this.afterC = afterC;
    this.afterD = afterD;
    this.cooperation = cooperation;
  }

  @Override
  public List<Course<Integer>> courses(Integer state, Diary diary) {
    if (diary.isEmpty()) {
      return Course.certain(true, state);
    }
    double[] row = (diary.other(1) ? afterC : afterD)[state];
    List<Course<Integer>> courses = new ArrayList<>();
    for (int next = 0; next < row.length; next++) {
      courses.add(new Course<>(row[next] * cooperation[next], true, next));
      courses.add(new Course<>(row[next] * (1 - cooperation[next]), false, next));
    }
    return courses;
  }
}
