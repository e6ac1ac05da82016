package org.ethogram.games.memoryone;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether a strategy has a property, and what decided.
 *
 * @param property its name in the literature
 * @param decidedBy the condition that failed by the most, else the inequality with the least to
 *     spare; or why there is no answer
 * @param margin by how much that condition holds, below 0 by how much it fails; absent where there
 *     is no answer
 * @param source where the property is defined or characterised
 */
public record Verdict(
    String property, Answer answer, String decidedBy, OptionalDouble margin, String source) {
  /** What is said of a property. */
  public enum Answer {
    YES,
    NO,
    NOT_APPLICABLE
  }

  static Verdict of(String property, String source, List<Condition> conditions) {
    Condition deciding =
        conditions.stream()
            .min(
                Comparator.comparing(Condition::holds)
                    .thenComparing(condition -> condition.holds() && !condition.isInequality())
                    .thenComparingDouble(Condition::margin))
            .orElseThrow();
    return new Verdict(
        property,
        deciding.holds() ? Answer.YES : Answer.NO,
        deciding.text(),
        OptionalDouble.of(deciding.margin() + 0.0),
        source);
  }

  static Verdict notApplicable(String property, String source, String reason) {
    return new Verdict(property, Answer.NOT_APPLICABLE, reason, OptionalDouble.empty(), source);
  }
}
