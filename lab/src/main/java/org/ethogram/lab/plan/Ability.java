package org.ethogram.lab.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.lab.study.Study;
import org.ethogram.lab.subject.Means;
import org.ethogram.models.Capability;

/** Subjects must be able to do what the evaluations ask of them. */
final class Ability {
  private Ability() {}

  /**
   * @param means by label
   * @throws EthogramException {@code CAPABILITY_MISSING} that names every subject that is not able
   */
  static void check(Study study, Map<String, Means> means) {
    List<String> unable = new ArrayList<>();
    for (Study.StudiedBehaviour studied : study.evaluations()) {
      for (Capability needed : studied.evaluation().needed()) {
        means.forEach(
            (label, subject) -> {
              if (!subject.capabilities().contains(needed)) {
                unable.add(
                    "'" + label + "' for '" + studied.evaluation().name() + "': " + words(needed));
              }
            });
      }
    }
    if (!unable.isEmpty()) {
      throw new EthogramException(
          ErrorCode.CAPABILITY_MISSING,
          "subjects",
          "not every subject can do what is asked of it: " + String.join("; ", unable),
          "Let them write instead with 'elicitation: sampled' in the evaluation, say how the"
              + " endpoint scores with 'scoring: echo' or 'scoring: vllm', or take them out");
    }
  }

  private static String words(Capability capability) {
    return switch (capability) {
      case SCORING -> "it tells no log-probabilities of given texts";
      case CHAT -> "it answers no conversations";
      case TOKEN_LOG_PROBABILITIES -> "it tells no log-probabilities of what it writes";
    };
  }
}
