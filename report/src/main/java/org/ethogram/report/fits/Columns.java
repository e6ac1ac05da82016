package org.ethogram.report.fits;

import java.util.List;
import java.util.Optional;

/**
 * Which column of a table means what.
 *
 * @param x the inputs, such as N and D
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
  public Columns {
    x = List.copyOf(x);
  }
}
