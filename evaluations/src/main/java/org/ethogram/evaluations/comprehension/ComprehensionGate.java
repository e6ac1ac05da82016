package org.ethogram.evaluations.comprehension;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ethogram.core.Ratio;

/**
 * Which readers count as having understood.
 *
 * <p>A reader passes when on every kind of question that the gate names it earned at least the
 * level asked for, measured from chance: 0 is what a guesser earns, 1 is all. Kinds that were not
 * asked do not count; a reader that was asked none of them does not pass.
 *
 * @param levels by kind of question, each above 0 and at most 1
 */
public record ComprehensionGate(SortedMap<String, Double> levels) {
  /** The name of the measure: 1 of 1 for a reader that passes, 0 of 1 for one that does not. */
  public static final String MEASURE = "comprehension-gate";

  public ComprehensionGate {
    levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
  }

  public static ComprehensionGate of(Map<String, Double> levels) {
    return new ComprehensionGate(new TreeMap<>(levels));
  }

  public boolean passes(ComprehensionScore score) {
    boolean asked = false;
    for (Map.Entry<String, Double> level : levels.entrySet()) {
      Ratio accuracy = score.accuracy().get(level.getKey());
      Ratio chance = score.chance().get(level.getKey());
      if (accuracy != null && chance != null) {
        asked = true;
        if (aboveChance(accuracy, chance) < level.getValue()) {
          return false;
        }
      }
    }
    return asked;
  }

  /** The measure for one episode. */
  public Ratio ratio(ComprehensionScore score) {
    return new Ratio(passes(score) ? 1 : 0, 1);
  }

  private static double aboveChance(Ratio accuracy, Ratio chance) {
    double guessed = chance.value().orElseThrow();
    return (accuracy.value().orElseThrow() - guessed) / (1 - guessed);
  }
}
