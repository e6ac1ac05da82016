package org.ethogram.games.populations.finite;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How often each type was alone in the end.
 *
 * @param runs all of them
 * @param wins by type
 * @param undecided runs that ended with several types
 * @param meanSteps of the runs that were decided; empty where none was
 */
public record Ends(int runs, List<Integer> wins, int undecided, OptionalDouble meanSteps) {
  public Ends {
    wins = List.copyOf(wins);
  }

  static Ends of(List<Course> courses, int types) {
    int[] wins = new int[types];
    int undecided = 0;
    double steps = 0;
    for (Course course : courses) {
      if (course.winner().isPresent()) {
        wins[course.winner().getAsInt()]++;
        steps += course.length();
      } else {
        undecided++;
      }
    }
    int decided = courses.size() - undecided;
    return new Ends(
        courses.size(),
        Arrays.stream(wins).boxed().toList(),
        undecided,
        decided == 0 ? OptionalDouble.empty() : OptionalDouble.of(steps / decided));
  }
}
