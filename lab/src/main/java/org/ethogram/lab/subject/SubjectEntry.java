package org.ethogram.lab.subject;

import java.util.List;
import java.util.Map;
import org.ethogram.core.Progress;
import org.ethogram.core.StopSignal;

/** An entry under {@code subjects:}: one model, or many of a kind. */
public interface SubjectEntry {
  /**
   * What its remote subjects can do, by label; asked before anything is grown.
   *
   * @throws org.ethogram.core.EthogramException {@code CONFIGURATION} when one cannot be asked at
   *     all, as where its key is missing
   */
  default Map<String, Means> remoteSubjects() {
    return Map.of();
  }

  /** The subjects it brings, as far as they are known with nothing opened and nothing grown. */
  List<ForeseenSubject> foresee(Workplace workplace);

  /** The subjects it brings, grown where they have to be; opens none of them. */
  List<PreparedSubject> prepare(Workplace workplace, Progress progress, StopSignal stop);
}
