package org.ethogram.evaluations;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ethogram.core.Ratio;

/**
 * One figure of one episode.
 *
 * @param measure such as {@code cooperation-rate}
 * @param conditions what the figure is about within the episode, such as {@code opponent ->
 *     tit-for-tat}; the case's own factors are not repeated here
 * @param ratio numerator and denominator; an undefined one says that the measure does not apply
 */
public record Measurement(String measure, SortedMap<String, String> conditions, Ratio ratio) {
  public Measurement {
    conditions = Collections.unmodifiableSortedMap(new TreeMap<>(conditions));
  }
}
