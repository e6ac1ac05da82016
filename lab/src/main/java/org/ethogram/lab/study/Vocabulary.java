package org.ethogram.lab.study;

import java.util.List;
import org.ethogram.lab.behaviour.Behaviour;
import org.ethogram.lab.subject.SubjectKind;

/** The kinds of subjects and the behaviours that a study file may name. */
public record Vocabulary(List<SubjectKind> subjects, List<Behaviour> behaviours) {
  public Vocabulary {
    subjects = List.copyOf(subjects);
    behaviours = List.copyOf(behaviours);
  }
}
