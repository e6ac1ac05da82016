package org.ethogram.evaluations;

import java.util.Map;
import org.ethogram.models.LanguageModel;

/** Who plays which part in an episode: the subject that is measured, and any others by role. */
public record Cast(LanguageModel subject, Map<String, LanguageModel> others) {
  public Cast {
    others = Map.copyOf(others);
  }

  public static Cast of(LanguageModel subject) {
    return new Cast(subject, Map.of());
  }
}
