package org.ethogram.lab.subject;

import java.util.Optional;
import org.ethogram.lab.store.Subject;

/**
 * A subject of a plan that is only shown.
 *
 * @param subject the subject itself, where its weights exist already
 */
public record ForeseenSubject(String label, Optional<Subject> subject) {
  public static ForeseenSubject ready(PreparedSubject prepared) {
    return new ForeseenSubject(prepared.subject().label(), Optional.of(prepared.subject()));
  }

  public static ForeseenSubject toGrow(String label) {
    return new ForeseenSubject(label, Optional.empty());
  }
}
