package org.ethogram.lab.behaviour;

import org.ethogram.evaluations.Evaluation;
import org.ethogram.lab.yaml.Section;

/** A behaviour that can stand under {@code evaluations:} in a study file. */
public interface Behaviour {
  /** The key in the file, such as {@code cooperation}. */
  String name();

  /** The measure that a display shows while the study runs, such as {@code cooperation-rate}. */
  String headline();

  /**
   * The evaluation under the settings written in the file; what cannot be read is noted in the
   * section and stands as its default.
   */
  Evaluation read(Section settings);
}
