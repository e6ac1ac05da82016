package org.ethogram.lab.subject;

import java.util.Optional;
import org.ethogram.lab.store.Subject;

/**
 * A subject of a plan that is only shown.
 *
 * @param subject the subject itself, where its weights exist already
 */
public record ForeseenSubject(String label, State state, Optional<Subject> subject, Means means) {
  /** What has to be done before a subject can be measured. */
  public enum State {
    READY,
    TO_GROW,
    /** From a hub. */
    TO_FETCH
  }

  public static ForeseenSubject ready(PreparedSubject prepared) {
    return new ForeseenSubject(
        prepared.subject().label(), State.READY, Optional.of(prepared.subject()), prepared.means());
  }

  public static ForeseenSubject toGrow(String label) {
    return new ForeseenSubject(label, State.TO_GROW, Optional.empty(), Means.LOCAL);
  }

  public static ForeseenSubject toFetch(String label) {
    return new ForeseenSubject(label, State.TO_FETCH, Optional.empty(), Means.LOCAL);
  }
}
