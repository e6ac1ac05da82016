package org.ethogram.evaluations;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One cell of an evaluation's design.
 *
 * @param factors level by factor, such as {@code game -> stag-hunt}
 */
public record EvaluationCase(SortedMap<String, String> factors) {
  public EvaluationCase {
    factors = Collections.unmodifiableSortedMap(new TreeMap<>(factors));
  }

  /** The factors as text; equal cases have equal identities across runs and machines. */
  public String identity() {
    return factors.entrySet().stream()
        .map(factor -> factor.getKey() + '=' + factor.getValue())
        .collect(Collectors.joining(","));
  }

  public String factor(String name) {
    String level = factors.get(name);
    if (level == null) {
      throw new IllegalArgumentException("no factor '" + name + "' in " + factors.keySet());
    }
    return level;
  }
}
