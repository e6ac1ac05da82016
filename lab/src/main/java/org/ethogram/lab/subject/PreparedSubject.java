package org.ethogram.lab.subject;

import java.util.List;
import org.ethogram.lab.store.Subject;
import org.ethogram.lab.store.SubjectLoss;
import org.ethogram.models.LanguageModel;

/**
 * A subject that can be opened and measured.
 *
 * @param losses what is known of its losses before it is measured
 */
public record PreparedSubject(
    Subject subject, Opener opener, List<SubjectLoss> losses, Means means) {
  public PreparedSubject {
    losses = List.copyOf(losses);
  }

  /** A subject on this machine. */
  public PreparedSubject(Subject subject, Opener opener, List<SubjectLoss> losses) {
    this(subject, opener, losses, Means.LOCAL);
  }

  /** Opens the model of a subject. */
  @FunctionalInterface
  public interface Opener {
    LanguageModel open();
  }
}
