package org.ethogram.lab.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.lab.store.Subject;

/**
 * Checkpoints that say they are different must be different.
 *
 * <p>Published suites have had wrong files under a revision. Equal weights under two steps of one
 * training run are an error before anything is measured, except at steps 0 and 1: a learning rate
 * that warms up from zero changes nothing in the first step, so there it is a warning.
 */
final class CheckpointIntegrity {
  private CheckpointIntegrity() {}

  /**
   * What must be told beside the results.
   *
   * @throws EthogramException when two checkpoints of one run hold the same weights
   */
  static List<String> check(List<Subject> subjects) {
    Map<Weights, Subject> seen = new HashMap<>();
    List<String> warnings = new ArrayList<>();
    List<String> duplicates = new ArrayList<>();
    for (Subject subject : subjects) {
      String hash = subject.identity().weightsHash();
      Subject earlier =
          hash.isEmpty()
              ? null
              : seen.putIfAbsent(new Weights(subject.family(), subject.size(), hash), subject);
      if (earlier == null || sameRevision(earlier, subject)) {
        continue;
      }
      String both = "'" + earlier.label() + "' and '" + subject.label() + "'";
      if (isFirstStep(earlier) && isFirstStep(subject)) {
        warnings.add(both + " hold the same weights");
      } else {
        duplicates.add(both);
      }
    }
    if (!duplicates.isEmpty()) {
      throw new EthogramException(
          ErrorCode.INVALID_MODEL,
          "subjects",
          "the same weights stand under different steps: " + String.join("; ", duplicates),
          "Fetch the right files of these checkpoints, or take them out with 'steps'");
    }
    return warnings;
  }

  /** The weights of one training run. */
  private record Weights(String family, String size, String hash) {}

  private static boolean sameRevision(Subject one, Subject other) {
    return one.identity().revision().equals(other.identity().revision());
  }

  private static boolean isFirstStep(Subject subject) {
    return subject.identity().scale().trainingSteps().orElse(Long.MAX_VALUE) <= 1;
  }
}
