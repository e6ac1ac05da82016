package org.ethogram.report.fits;

import java.util.List;
import java.util.Optional;

/**
 * Which column of a table means what.
 *
 * @param x the inputs, such as N and D; {@code 1+S} is one more than the column S, for counts that
 *     start at 0, such as steps of feedback
 * @param y the figure
 * @param standardError of y
 * @param trials behind y, where y is a rate
 * @param variant the prompt variant that clusters share
 * @param group what is fitted apart, such as a task
 */
public record Columns(
    List<String> x,
    String y,
    Optional<String> standardError,
    Optional<String> trials,
    Clusters clusters,
    Optional<String> variant,
    Optional<String> group) {
  private static final String ONE_MORE = "1+";

  public Columns {
    x = List.copyOf(x);
  }

  /** The column that an input is read from. */
  static String columnOf(String input) {
    return input.startsWith(ONE_MORE) ? input.substring(ONE_MORE.length()) : input;
  }

  static double addedTo(String input) {
    return input.startsWith(ONE_MORE) ? 1 : 0;
  }
}
