package org.ethogram.lab.study;

import java.util.List;
import org.ethogram.lab.behaviour.Behaviour;
import org.ethogram.lab.behaviour.CooperationBehaviour;
import org.ethogram.lab.subject.FolderKind;
import org.ethogram.lab.subject.HubKind;
import org.ethogram.lab.subject.OrganismsKind;
import org.ethogram.lab.subject.RemoteKind;
import org.ethogram.lab.subject.SubjectKind;

/** The kinds of subjects and the behaviours that a study file may name. */
public record Vocabulary(List<SubjectKind> subjects, List<Behaviour> behaviours) {
  public Vocabulary {
    subjects = List.copyOf(subjects);
    behaviours = List.copyOf(behaviours);
  }

  /** What comes with Ethogram. */
  public static Vocabulary standard() {
    return new Vocabulary(
        List.of(new OrganismsKind(), new FolderKind(), new HubKind(), new RemoteKind()),
        List.of(new CooperationBehaviour()));
  }
}
